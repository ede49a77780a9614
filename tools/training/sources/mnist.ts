import type { GlyphMovement } from "../augmentation/affine.ts";
import type { OpenSource } from "../source.ts";
import { openWorkerSource } from "./worker-source.ts";

/** MNIST's training digits, shuffled anew every epoch, moved and bent within `movement` (not at all without one). */
export function mnistSource(movement: GlyphMovement = {}): OpenSource {
	return (options) => openWorkerSource(import.meta.resolve("./mnist-sampler.ts"), movement, options);
}
