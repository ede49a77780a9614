import { GLYPH_SIDE, type Glyph } from "../glyph.ts";
import { resample } from "../image/resample.ts";

/**
 * What the numbers of a picture are when they go in: 0 to 1; bytes; less MNIST's mean, in its deviations; -1 to 1;
 * 0 or 1; -0.5 or 0.5; columns of length 1 (`keras.utils.normalize` along the rows).
 */
export const RANGES = ["0-1", "0-255", "standard", "-1-1", "binary", "centred", "columns"] as const;
export type Range = (typeof RANGES)[number];

/** How a glyph is brought to another side: paper around it (or cut away), or larger and smaller pixels. */
export type Fit = "pad" | "resize";

/** What a network wants to see of a glyph. */
export interface InputConvention {
	readonly range: Range;
	/** Ink is 0 and paper 1. */
	readonly inverted: boolean;
	readonly fit: Fit;
}

/** What the package's own models want: the glyph as it is. */
export const GLYPH_INPUT: InputConvention = { range: "0-1", inverted: false, fit: "pad" };

/** Mean and standard deviation of MNIST's training pixels, 0..1, as its tutorials round them. */
const MEAN = 0.1307;
const DEVIATION = 0.3081;
/** Above this ink counts where a picture is black and white. */
const THRESHOLD = 0.3;

const NUMBER: Readonly<Record<Exclude<Range, "columns">, (ink: number) => number>> = {
	"0-1": (ink) => ink,
	"0-255": (ink) => ink * 255,
	standard: (ink) => (ink - MEAN) / DEVIATION,
	"-1-1": (ink) => ink * 2 - 1,
	binary: (ink) => Number(ink > THRESHOLD),
	centred: (ink) => Number(ink > THRESHOLD) - 0.5,
};

/** The sides of the picture that a network takes in this shape: [height, width, 1], [height, width] or a square's row. */
export function pictureSides(shape: readonly number[]): readonly [height: number, width: number] {
	if (shape.length > 1) return [shape[0], shape[1]];
	const side = Math.sqrt(shape[0]);
	return [side, side];
}

/** The glyphs as a network of this input shape wants to see them, one after the other. */
export function networkInput(
	glyphs: readonly Glyph[],
	shape: readonly number[],
	convention: InputConvention,
): Float32Array {
	const [height, width] = pictureSides(shape);
	const values = new Float32Array(glyphs.length * height * width);
	glyphs.forEach((glyph, i) => {
		values.set(inRange(fitted(glyph, height, width, convention.fit), width, convention), i * height * width);
	});
	return values;
}

function fitted(glyph: Glyph, height: number, width: number, fit: Fit): Float32Array {
	if (height === GLYPH_SIDE && width === GLYPH_SIDE) return glyph;
	const source = { width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph };
	const scale = fit === "pad" ? 1 : Math.min(height, width) / GLYPH_SIDE;
	const offset = (side: number) => Math.floor((side - GLYPH_SIDE * scale) / 2);
	return resample(source, scale, { x: offset(width), y: offset(height) }, width, height).data;
}

function inRange(picture: Float32Array, width: number, { range, inverted }: InputConvention): Float32Array {
	const ink = inverted ? picture.map((value) => 1 - value) : picture;
	return range === "columns" ? byColumns(ink, width) : range === "0-1" ? ink : ink.map(NUMBER[range]);
}

function byColumns(ink: Float32Array, width: number): Float32Array {
	const squares = new Float64Array(width);
	for (let i = 0; i < ink.length; i++) squares[i % width] += ink[i] * ink[i];
	return ink.map((value, i) => value / (Math.sqrt(squares[i % width]) || 1));
}
