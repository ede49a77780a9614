import type { OpenSource } from "../source.ts";
import { openWorkerSource } from "./worker-source.ts";

/** Digits of many hands, pens and papers, and what is no digit: see digit-lens-sampler.ts. */
export const digitLensSource: OpenSource = (options) =>
	openWorkerSource(import.meta.resolve("./digit-lens-sampler.ts"), {}, options);
