import { GLYPH_SIZE, type Glyph } from "../glyph.ts";
import { normaliseGlyph } from "../image/normalise.ts";
import { userError } from "../user-error.ts";
import { type IdxArray, parseIdx } from "./idx.ts";
import { labelOfPath } from "./label-of-path.ts";

/** Digits with what they are. A glyph is made when it is asked for: all of MNIST's would fill 188 MB. */
export interface LabelledDigits {
	/** The digit 0..9 of each. */
	readonly labels: Uint8Array;
	glyphAt(index: number): Glyph;
}

/** A file that was read as an idx array. */
export interface NamedArray {
	readonly name: string;
	readonly array: IdxArray;
}

/** The idx array in a file that is not gzipped. Throws a UserError when it holds none. */
export function parseNamedIdx(name: string, bytes: Uint8Array): NamedArray {
	return { name, array: parseIdx(bytes, name) };
}

/**
 * Pairs idx stacks of pictures (count x height x width, 0 = paper) with lists of as many labels, and joins the
 * pairs. Throws a UserError when a stack finds no labels, or a label is no digit.
 */
export function pairIdx(arrays: readonly NamedArray[]): LabelledDigits {
	const stacks = arrays.filter(({ array }) => array.shape.length === 3);
	const lists = new Set(arrays.filter(({ array }) => array.shape.length === 1));
	if (stacks.length === 0) throw userError("error.noPictures");
	const parts = stacks.map(({ name, array }) => {
		const list = [...lists].find((candidate) => candidate.array.shape[0] === array.shape[0]);
		if (!list) throw userError("error.noLabels", { name, count: array.shape[0] });
		lists.delete(list);
		if (list.array.data.some((label) => label > 9)) throw userError("error.badLabels", { name: list.name });
		return digitsOfStack(array, list.array.data);
	});
	return joinDigits(parts);
}

function digitsOfStack({ shape: [, height, width], data }: IdxArray, labels: Uint8Array): LabelledDigits {
	const size = width * height;
	return {
		labels,
		glyphAt: (index) =>
			normaliseGlyph({
				width,
				height,
				data: Float32Array.from(data.subarray(index * size, (index + 1) * size), (ink) => ink / 255),
			}),
	};
}

/** Digits from pictures that are glyphs already, kept as bytes. */
export function digitsOfGlyphs(glyphs: readonly { glyph: Glyph; label: number }[]): LabelledDigits {
	const bytes = new Uint8Array(glyphs.length * GLYPH_SIZE);
	glyphs.forEach(({ glyph }, i) => {
		bytes.set(
			glyph.map((ink) => Math.round(ink * 255)),
			i * GLYPH_SIZE,
		);
	});
	return {
		labels: Uint8Array.from(glyphs, ({ label }) => label),
		glyphAt: (index) =>
			Float32Array.from(bytes.subarray(index * GLYPH_SIZE, (index + 1) * GLYPH_SIZE), (ink) => ink / 255),
	};
}

/** Several sets as one, in their order. */
export function joinDigits(parts: readonly LabelledDigits[]): LabelledDigits {
	const labels = new Uint8Array(parts.reduce((count, part) => count + part.labels.length, 0));
	const starts: number[] = [];
	let start = 0;
	for (const part of parts) {
		labels.set(part.labels, start);
		starts.push(start);
		start += part.labels.length;
	}
	return {
		labels,
		glyphAt(index) {
			const part = starts.findLastIndex((first, i) => first <= index && parts[i].labels.length > 0);
			return parts[part].glyphAt(index - starts[part]);
		},
	};
}

/** How a file can hold labelled digits, by its path. */
export type FileKind = "picture" | "idx" | "zip" | "other";

export function kindOf(path: string): FileKind {
	// What macOS adds to archives and folders looks like pictures and is none.
	if (/(^|\/)(__MACOSX\/|\.)/.test(path)) return "other";
	if (/\.(png|jpe?g|webp|gif|bmp|avif)$/i.test(path)) return labelOfPath(path) === null ? "other" : "picture";
	if (/\.zip$/i.test(path)) return "zip";
	return /(ubyte|\.idx)(\.gz)?$/i.test(path) ? "idx" : "other";
}
