/** Makes samples one at a time, in a worker thread; each depends on nothing but seed, epoch and position. */
export interface Sampler {
	readonly samplesPerEpoch: number;
	/** How many labels a sample has. */
	readonly labelsPerSample: number;
	/** How many pixels a sample has, at most. */
	readonly pixelsPerSample: number;
	/** Shape of the samples of the batch that begins at `from`, where not all are alike. */
	shapeOf?(epoch: number, from: number): readonly number[];
	/** Writes sample `position` of `epoch`, as large as its batch has them. */
	sample(epoch: number, position: number, pixels: Float32Array, labels: Uint8Array): void;
}

/** What a sampler module exports as `createSampler`. Settings are plain data: they travel to the worker. */
export type CreateSampler<Settings> = (settings: Settings, seed: number) => Promise<Sampler>;
