import { userError } from "../../user-error.ts";

/** What a model may have. Whoever reads a file checks before memory is taken: a file is data from anywhere. */
export const LIMITS = {
	/** Of one file, and of all files of a model together. */
	bytes: 256 * 2 ** 20,
	/** Numbers in all weights together, and in one layer's output. */
	values: 32 * 2 ** 20,
	layers: 1000,
	/** Files in a zip. */
	entries: 10_000,
	/** Multiplications and additions for one digit. vgg-16 of the package has 0.3 thousand million. */
	operations: 4e9,
	/** Milliseconds until a model is given up. */
	time: 240_000,
} as const;

/** Said of a model that is given up after `LIMITS.time`. */
export const tookTooLong = () => userError("error.import.time");
