/** Consecutive samples of an epoch. */
export interface SampleBatch {
	/** count pictures, 0 = background, 1 = ink. */
	readonly inputs: Float32Array;
	/** As the loss takes them. Of glyphs: 0..9 = the digit, 10 = not a digit, 11 = several digits. */
	readonly labels: Uint8Array;
	readonly count: number;
	/** Shape of a picture where it is not the network's. */
	readonly shape?: readonly number[];
}

/** Where the trainer gets its samples: shuffled and augmented, the same again for the same seed and epoch. */
export interface SampleSource {
	readonly samplesPerEpoch: number;
	/** The batches of epoch `index` (from 0), in order. A batch is the reader's until the next is asked for. */
	epoch(index: number): AsyncIterable<SampleBatch>;
	close(): Promise<void>;
}

/** How many samples a batch holds and what decides their order and augmentation. */
export interface SourceOptions {
	readonly batchSize: number;
	readonly seed: number;
}

/** Opens a source; every module in sources/ exports one. */
export type OpenSource = (options: SourceOptions) => Promise<SampleSource>;
