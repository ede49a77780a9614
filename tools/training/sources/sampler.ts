/** Makes samples one at a time, in a worker thread; each depends on nothing but seed, epoch and position. */
export interface Sampler {
	readonly samplesPerEpoch: number;
	/** How many pixels and labels a sample has. */
	readonly pixelsPerSample: number;
	readonly labelsPerSample: number;
	/** Writes sample `position` of `epoch`. */
	sample(epoch: number, position: number, pixels: Float32Array, labels: Uint8Array): void;
}

/** What a sampler module exports as `createSampler`. Settings are plain data: they travel to the worker. */
export type CreateSampler<Settings> = (settings: Settings, seed: number) => Promise<Sampler>;
