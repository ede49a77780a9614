import { userError } from "../../user-error.ts";
import type { Padding, Size } from "../window.ts";

/** What a layer gives, as the format sees it: its axes may lie in another order in memory. */
export interface Value {
	/** Index of the layer, or `NETWORK_INPUT`. */
	readonly at: number;
	/** Without the batch, in the format's order of axes. */
	readonly shape: readonly number[];
	/** Which of those axes lies at each place in memory. */
	readonly order: readonly number[];
}

/** Whether pictures are [height, width, channels] or [channels, height, width] to a format. */
export type Layout = "channelsLast" | "channelsFirst";

/** In memory channels always come last: the backend has kernels for nothing else. */
export const PICTURE_ORDER: Readonly<Record<Layout, readonly number[]>> = {
	channelsLast: [0, 1, 2],
	channelsFirst: [1, 2, 0],
};

export interface Window {
	readonly strides: Size;
	readonly padding: Padding;
	readonly dilation?: Size;
}

/** A kernel in Keras' order of axes. */
export interface Kernel {
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

/** Weights of a layer by Keras' bare names. */
export type BareWeights = Readonly<Record<string, Float32Array>>;

export const broken = (detail: string) => userError("error.import.broken", { detail });
