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

/** Each of Omniglot's characters was drawn by so many people, one after the other in the file. */
const OMNIGLOT_DRAWERS = 20;

/** Characters of Omniglot that look like a digit, by their number in the file: フ is a 7, उ a 3. */
const OMNIGLOT_LIKE_DIGITS = [0, 7, 23, 26, 38, 42, 46, 52, 59, 60, 73, 82, 83, 91, 104, 105];

/** Characters of three alphabets of Omniglot that look like no digit, 105x105 (Lake et al. 2015, MIT). */
export async function loadOmniglot(): Promise<DigitSet> {
	const all = await load("nondigits-train", "omniglot");
	const isClear = (index: number) => !OMNIGLOT_LIKE_DIGITS.includes(Math.floor(index / OMNIGLOT_DRAWERS));
	return subset(all, indicesWhere(all, isClear));
}
