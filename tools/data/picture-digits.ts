import { type DigitSet, readDigitSet, subset } from "./digit-set.ts";
import { dataFile } from "./folder.ts";

const load = (folder: string, name: string) =>
	readDigitSet(
		dataFile(folder, `${name}-images-idx3-ubyte.gz`),
		dataFile(folder, `${name}-labels-idx1-ubyte.gz`),
	);

const indicesWhere = ({ labels }: DigitSet, keep: (index: number) => boolean) =>
	Array.from(labels, (_, index) => index).filter(keep);

/** UCI Optical Recognition of Handwritten Digits, 32x32 bitmaps; every third one trains nothing. */
export async function loadOptdigits(): Promise<{ training: DigitSet; heldOut: DigitSet }> {
	const all = await load("optdigits", "optdigits-train");
	return {
		training: subset(
			all,
			indicesWhere(all, (index) => index % 3 !== 2),
		),
		heldOut: subset(
			all,
			indicesWhere(all, (index) => index % 3 === 2),
		),
	};
}

/** Zip-code digits of the US postal service, 16x16. For measuring only: their licence is not stated. */
export async function loadUsps(): Promise<DigitSet> {
	return load("usps", "usps-train");
}

/** Characters of three alphabets of Omniglot, 105x105; the label is the alphabet (Lake et al. 2015, MIT). */
export async function loadOmniglot(): Promise<DigitSet> {
	return load("nondigits-train", "omniglot");
}
