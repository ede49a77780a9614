import { readFile } from "node:fs/promises";
import { parseIdx } from "../../lib/evaluation/idx.ts";
import type { InkMap, Pixels } from "../../lib/image/pixels.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { gunzipIfNeeded } from "../data/gunzip.ts";
import { decodePicture, PictureError } from "./decode.ts";

/** One thing to read. */
export type Item =
	| { readonly kind: "picture"; readonly pixels: Pixels }
	| { readonly kind: "ink"; readonly strokes: readonly Stroke[] }
	/** A picture of a stack, whose background is known to be 0. */
	| { readonly kind: "stack"; readonly ink: InkMap };

/** The items of an input file, in order. Rejects with an Error whose message is a sentence. */
export async function readItems(path: string): Promise<Item[]> {
	const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		throw new PictureError(error.code === "ENOENT" ? "There is no such file." : error.message);
	});
	if (path.endsWith(".ink.json")) return parseInk(bytes);
	if (/-idx3-ubyte(\.gz)?$/.test(path)) return parseStack(bytes);
	return [{ kind: "picture", pixels: await decodePicture(bytes) }];
}

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
			throw new PictureError(`Drawing ${i} of the ink file has no "strokes" of [x, y] points.`);
		return { kind: "ink", strokes: drawing.strokes };
	});
}

function isStrokes(value: unknown): value is Stroke[] {
	const isPoint = (point: unknown) =>
		Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]);
	return Array.isArray(value) && value.every((stroke) => Array.isArray(stroke) && stroke.every(isPoint));
}

function parseStack(bytes: Uint8Array): Item[] {
	const { shape, data } = parseIdx(gunzipIfNeeded(bytes));
	if (shape.length !== 3) throw new PictureError("The idx file is no stack of pictures (three dimensions).");
	const [count, height, width] = shape;
	return Array.from({ length: count }, (_, i) => {
		const picture = data.subarray(i * width * height, (i + 1) * width * height);
		return { kind: "stack", ink: { width, height, data: Float32Array.from(picture, (ink) => ink / 255) } };
	});
}

/** An ink map as a picture of black ink on white paper. */
export function pictureOfInk({ width, height, data }: InkMap): Pixels {
	const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
	data.forEach((ink, i) => {
		pixels.fill(255 * (1 - ink), 4 * i, 4 * i + 3);
	});
	return { width, height, data: pixels };
}
