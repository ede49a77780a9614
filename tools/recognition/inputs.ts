import { readFile } from "node:fs/promises";
import { parseIdx } from "../../lib/evaluation/idx.ts";
import type { InkMap, Pixels } from "../../lib/image/pixels.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { gunzipIfNeeded } from "../data/gunzip.ts";
import { decodePicture } from "./decode.ts";
import { PictureError } from "./picture-error.ts";

/** One thing to read. */
export type Item =
	| { readonly kind: "picture"; readonly pixels: Pixels }
	| { readonly kind: "ink"; readonly strokes: readonly Stroke[] }
	/** A picture of a stack, whose background is known to be 0. */
	| { readonly kind: "stack"; readonly ink: InkMap };

/** The items of an input file. One is made when it is asked for: all pictures of a stack at once fill the memory. */
export interface Items {
	readonly length: number;
	at(index: number): Item;
}

/** Why a file cannot be opened, for the reasons that people meet. */
const NOT_OPENED: Readonly<Record<string, string>> = {
	ENOENT: "There is no such file.",
	EISDIR: "This is a folder. Name the files in it.",
	EACCES: "This file may not be read: permission is denied.",
};

/** The items of an input file, in order. Rejects with an Error whose message is a sentence. */
export async function readItems(path: string): Promise<Items> {
	const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		throw new PictureError(NOT_OPENED[error.code ?? ""] ?? `The file cannot be read (${error.code}).`);
	});
	if (path.endsWith(".ink.json")) return inOrder(parseInk(bytes));
	if (/-idx3-ubyte(\.gz)?$/.test(path)) return parseStack(bytes);
	return inOrder([{ kind: "picture", pixels: await decodePicture(bytes) }]);
}

const inOrder = (items: readonly Item[]): Items => ({ length: items.length, at: (index) => items[index] });

function parseInk(bytes: Uint8Array): Item[] {
	let drawings: unknown;
	try {
		drawings = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		throw new PictureError("The ink file is no JSON.");
	}
	if (!Array.isArray(drawings)) throw new PictureError("An ink file is a list of drawings.");
	return drawings.map((drawing: { strokes?: unknown } | null, i) => {
		if (!isStrokes(drawing?.strokes))
			throw new PictureError(
				`Drawing ${i} of the ink file has no "strokes" of [x, y] points with coordinates up to 10^15.`,
			);
		return { kind: "ink", strokes: drawing.strokes };
	});
}

/** Further away no pen writes, and sums and squares of coordinates would soon be infinite. */
const FARTHEST = 1e15;

function isStrokes(value: unknown): value is Stroke[] {
	const isCoordinate = (value: unknown) => typeof value === "number" && Math.abs(value) <= FARTHEST;
	const isPoint = (point: unknown) =>
		Array.isArray(point) && isCoordinate(point[0]) && isCoordinate(point[1]);
	return Array.isArray(value) && value.every((stroke) => Array.isArray(stroke) && stroke.every(isPoint));
}

function parseStack(bytes: Uint8Array): Items {
	const { shape, data } = parseIdx(gunzipIfNeeded(bytes), "The file");
	if (shape.length !== 3) throw new PictureError("The idx file is no stack of pictures (three dimensions).");
	const [length, height, width] = shape;
	const at = (i: number): Item => {
		const picture = data.subarray(i * width * height, (i + 1) * width * height);
		return { kind: "stack", ink: { width, height, data: Float32Array.from(picture, (ink) => ink / 255) } };
	};
	return { length, at };
}

/** An ink map as a picture of black ink on white paper. */
export function pictureOfInk({ width, height, data }: InkMap): Pixels {
	const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
	data.forEach((ink, i) => {
		pixels.fill(255 * (1 - ink), 4 * i, 4 * i + 3);
	});
	return { width, height, data: pixels };
}
