import { readFile } from "node:fs/promises";
import { type IdxArray, parseIdx } from "../../lib/evaluation/idx.ts";
import { gunzipIfNeeded } from "./gunzip.ts";

/** Labelled pictures of one size: `pixels` is count x height x width x channels, 0 = background, 255 = ink. */
export interface DigitSet {
	readonly width: number;
	readonly height: number;
	/** Numbers a pixel; 1 where nothing is said: gray. */
	readonly channels?: number;
	readonly pixels: Uint8Array;
	/** One label a picture: the digit 0..9, or what the set calls its classes. */
	readonly labels: Uint8Array;
}

/** Bytes of one picture of a set. */
export const pictureSize = ({ width, height, channels = 1 }: DigitSet): number => width * height * channels;

/** Picture `index` of a set, a view of its bytes. */
export function pictureOf(set: DigitSet, index: number): Uint8Array {
	const size = pictureSize(set);
	return set.pixels.subarray(index * size, (index + 1) * size);
}

/** The pictures of `set` at `indices`, in that order. */
export function subset(set: DigitSet, indices: readonly number[]): DigitSet {
	const size = pictureSize(set);
	const pixels = new Uint8Array(indices.length * size);
	indices.forEach((index, i) => {
		pixels.set(pictureOf(set, index), i * size);
	});
	return { ...set, pixels, labels: Uint8Array.from(indices, (index) => set.labels[index]) };
}

async function readIdx(path: string): Promise<IdxArray> {
	return parseIdx(gunzipIfNeeded(await readFile(path)), path);
}

/** Reads a pair of idx files, pictures and labels. Throws when their counts differ. */
export async function readDigitSet(pictures: string, labels: string): Promise<DigitSet> {
	const [{ shape, data }, { data: classes }] = await Promise.all([readIdx(pictures), readIdx(labels)]);
	const [count, height, width] = shape;
	if (classes.length !== count) throw new Error(`${pictures}: ${count} pictures, ${classes.length} labels`);
	return { width, height, pixels: data, labels: classes };
}
