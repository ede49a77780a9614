import type { TrainedNetwork } from "../network.ts";

/** A file as somebody chose it; its name may have folders before it. */
export interface ModelFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** The kinds of files that are read, as people name them. */
export type ModelFormat =
	| "Keras HDF5"
	| "Keras"
	| "TensorFlow.js layers"
	| "TensorFlow.js graph"
	| "ONNX"
	| "PyTorch"
	| "safetensors";

/** A network as it was read from a file. */
export interface ReadNetwork {
	/** How the format itself describes the input, the batch first; null where a side is open. */
	readonly inputShape: readonly (number | null)[];
	readonly trained: TrainedNetwork;
	/** Of a network that was guessed: how much better it must read than the most usual one; 1 where nothing is said. */
	readonly unlikely?: number;
}

/** What was read from the files of one model. */
export interface ReadModel {
	readonly format: ModelFormat;
	/** Where the file says nothing of the network, there are several that its weights fit, the likeliest first. */
	readonly networks: readonly ReadNetwork[];
	/** Less usual ones that are like the best of those: like one that reads well, or like several where none does. */
	readonly further?: (best: readonly ReadNetwork[]) => readonly ReadNetwork[];
	/** Whether the network was guessed from the shapes of the weights. */
	readonly guessed: boolean;
	/** How this program itself wrote the model to the file, where it did. */
	readonly own?: unknown;
}

/** A file's name without folders, whichever way they are written. */
export const baseName = (name: string): string => name.replace(/^.*[/\\]/, "");
