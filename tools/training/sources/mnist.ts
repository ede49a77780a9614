import type { AffineRange } from "../augmentation/affine.ts";
import type { OpenSource } from "../source.ts";
import { openWorkerSource } from "./worker-source.ts";

/** MNIST's training digits, shuffled anew every epoch, moved within `range` (not at all without one). */
export function mnistSource(range: AffineRange = {}): OpenSource {
	return (options) => openWorkerSource(import.meta.resolve("./mnist-sampler.ts"), range, options);
}
