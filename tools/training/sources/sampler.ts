import type { Glyph } from "../../../lib/glyph.ts";

/** Makes samples one at a time, in a worker thread; each depends on nothing but seed, epoch and position. */
export interface Sampler {
	readonly samplesPerEpoch: number;
	/** Writes sample `position` of `epoch` to `into` and returns its class. */
	sample(epoch: number, position: number, into: Glyph): number;
}

/** What a sampler module exports as `createSampler`. Settings are plain data: they travel to the worker. */
export type CreateSampler<Settings> = (settings: Settings, seed: number) => Promise<Sampler>;
