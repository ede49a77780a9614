import type { OpenSource } from "../source.ts";
import { openWorkerSource } from "./worker-source.ts";

/** Digits as many hands write them, and what is no digit, with the way of the pen: see digit-ink-sampler.ts. */
export const digitInkSource: OpenSource = (options) =>
	openWorkerSource(import.meta.resolve("./digit-ink-sampler.ts"), {}, options);
