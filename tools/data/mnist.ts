import { createHash } from "node:crypto";
import { parseIdx } from "../../lib/evaluation/idx.ts";
import { type DigitSet, pictureOf, subset } from "./digit-set.ts";
import { readMnistFile } from "./mnist-files.ts";
import { loadValidation } from "./validation.ts";

async function loadPart(part: "train" | "t10k"): Promise<DigitSet> {
	const [pictures, labels] = await Promise.all([
		readMnistFile(`${part}-images-idx3-ubyte`),
		readMnistFile(`${part}-labels-idx1-ubyte`),
	]);
	const { shape, data } = parseIdx(pictures, part);
	return { width: shape[2], height: shape[1], pixels: data, labels: parseIdx(labels, part).data };
}

const contentKey = (set: DigitSet, index: number): string =>
	createHash("sha1")
		.update(pictureOf(set, index))
		.update(set.labels.subarray(index, index + 1))
		.digest("base64");

/**
 * Indices of `all` whose picture and label are not in `part`, in order. Throws unless every member of `part`
 * is found in `all` exactly once.
 */
export function indicesWithout(all: DigitSet, part: DigitSet): number[] {
	const keys = new Set(Array.from(part.labels, (_, index) => contentKey(part, index)));
	const rest = Array.from(all.labels, (_, index) => index).filter(
		(index) => !keys.has(contentKey(all, index)),
	);
	const found = all.labels.length - rest.length;
	if (keys.size !== part.labels.length || found !== part.labels.length)
		throw new Error(`${found} of ${part.labels.length} pictures (${keys.size} different ones) were found`);
	return rest;
}

/** The 50,000 digits of MNIST's training part that do not validate, in MNIST's order. */
export async function loadTraining(): Promise<DigitSet> {
	const [all, validation] = await Promise.all([loadPart("train"), loadValidation()]);
	return subset(all, indicesWithout(all, validation));
}

/** The 10,000 test digits. Only the evaluation reads them; nothing is tuned or picked on them. */
export async function loadTest(): Promise<DigitSet> {
	return loadPart("t10k");
}
