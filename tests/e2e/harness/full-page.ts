import type { Sample } from "../../../tools/demo/samples.ts";
import { SAMPLE } from "./scenes.ts";

/** So many digits that reading them takes longer than the moment in which no progress is shown. */
export const FULL_PAGE: Sample = {
	...SAMPLE,
	text: Array.from({ length: 24 }, (_, line) => "0123456789".repeat(3).slice(line % 7)).join("\n"),
	height: 60,
};
