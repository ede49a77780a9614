import type { Plane } from "../../../lib/image/pixels.ts";
import { between, normal, pick, type Random } from "../../random.ts";

/** A character to write: its ink and its label. */
export interface Character {
	readonly width: number;
	readonly height: number;
	/** 0 = paper, 255 = ink, row by row. */
	readonly ink: ArrayLike<number>;
	readonly label: number;
}

/** A line of writing and who wrote what of it. */
export interface WrittenLine {
	/** 0 = paper, 255 = ink. */
	readonly ink: Plane;
	/** For every pixel a bit for each character whose ink it is; bit 31 for what is no character. */
	readonly owners: Uint32Array;
	readonly labels: readonly number[];
}

const NO_CHARACTER = 1 << 31;

/**
 * Writes characters in a row as hurried hands do: of uneven size, leaning, close to each other, touching and
 * overlapping, now and then with a dot or a comma between and with strokes that join neighbours.
 */
export function writeLine(characters: readonly Character[], random: Random): WrittenLine {
	const height = Math.round(between(random, 28, 60));
	const lean = between(random, -0.1, 0.45);
	const climb = 0.06 * normal(random);
	const distance = between(random, -0.3, 0.25) * height;
	const plane = {
		width: Math.round((characters.length + 1) * 1.7 * height) + 4 * height,
		height: 4 * height,
		data: new Uint8Array(0),
	};
	const ink: Plane = { ...plane, data: new Uint8Array(plane.width * plane.height) };
	const owners = new Uint32Array(plane.width * plane.height);
	const shrunken = random() < 0.3;
	let left = 1.5 * height;
	for (const [i, character] of characters.entries()) {
		// Zeros at the end are often written smaller, and in one go.
		const size = height * between(random, 0.8, 1.15) * (shrunken && i > 0 ? between(random, 0.45, 0.8) : 1);
		const base = 2.6 * height + climb * (left - 1.5 * height) + 0.05 * height * normal(random);
		left += place({ ink, owners }, character, 1 << i, { left, base, size, lean });
		left += i + 1 < characters.length ? distance + 0.08 * height * normal(random) : 0;
		if (random() < 0.15) {
			dot({ ink, owners }, left + 0.12 * height, base, 0.05 * height * between(random, 0.7, 2), lean);
			if (random() < 0.7) left += 0.25 * height;
		}
		if (random() < 0.12) join({ ink, owners }, left, base - size * between(random, 0.05, 1), size, random);
	}
	return { ink, owners, labels: characters.map(({ label }) => label) };
}

type Canvas = Pick<WrittenLine, "ink" | "owners">;

/** Draws a character with its lower left corner at `left`, `base` and returns its width. */
function place(
	canvas: Canvas,
	character: Character,
	owner: number,
	{ left, base, size, lean }: { left: number; base: number; size: number; lean: number },
): number {
	const box = inkBoxOf(character);
	const scale = size / Math.max(box.height, 0.75 * box.width);
	const { width, height } = canvas.ink;
	const top = base - box.height * scale;
	for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, base); y++) {
		const shift = lean * (base - y) * 0.6;
		for (let x = 0; x < width; x++) {
			const u = (x + 0.5 - left - shift) / scale;
			if (u < 0 || u >= box.width) continue;
			mark(canvas, x, y, sampleAt(character, box.x + u, box.y + (y + 0.5 - top) / scale), owner);
		}
	}
	return box.width * scale;
}

function dot(canvas: Canvas, x: number, y: number, radius: number, lean: number): void {
	const length = lean * 4 * radius;
	for (let row = Math.floor(y - radius); row <= y + radius + length; row++) {
		const middle = x - Math.max(0, row - y) * lean;
		for (let column = Math.floor(middle - radius); column <= middle + radius; column++)
			mark(canvas, column, row, 255, NO_CHARACTER);
	}
}

/** A slightly bent stroke from one character towards the next. */
function join(canvas: Canvas, x: number, y: number, size: number, random: Random): void {
	const thickness = size * between(random, 0.05, 0.1);
	const slope = 0.3 * normal(random);
	for (let column = Math.floor(x - 0.25 * size); column < x + 0.25 * size; column++) {
		const middle = y + slope * (column - x);
		for (let row = Math.floor(middle - thickness / 2); row < middle + thickness / 2; row++)
			mark(canvas, column, row, 255, NO_CHARACTER);
	}
}

function mark({ ink, owners }: Canvas, x: number, y: number, value: number, owner: number): void {
	if (x < 0 || y < 0 || x >= ink.width || y >= ink.height) return;
	const i = y * ink.width + x;
	ink.data[i] = Math.max(ink.data[i], value);
	if (value >= 128) owners[i] |= owner;
}

function inkBoxOf({ width, height, ink }: Character) {
	let [left, right, top, bottom] = [width, 0, height, 0];
	for (let i = 0; i < width * height; i++) {
		if (ink[i] < 64) continue;
		left = Math.min(left, i % width);
		right = Math.max(right, (i % width) + 1);
		top = Math.min(top, Math.floor(i / width));
		bottom = Math.max(bottom, Math.floor(i / width) + 1);
	}
	return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Linear interpolation between pixel centres. */
function sampleAt({ width, height, ink }: Character, x: number, y: number): number {
	const left = Math.min(width - 2, Math.max(0, Math.floor(x - 0.5)));
	const top = Math.min(height - 2, Math.max(0, Math.floor(y - 0.5)));
	const u = Math.min(1, Math.max(0, x - 0.5 - left));
	const v = Math.min(1, Math.max(0, y - 0.5 - top));
	const at = top * width + left;
	const above = ink[at] * (1 - u) + ink[at + 1] * u;
	const below = ink[at + width] * (1 - u) + ink[at + width + 1] * u;
	return above * (1 - v) + below * v;
}

/** Two to six characters of a list. */
export function pickNumber(characters: readonly Character[], random: Random): Character[] {
	const count = 2 + Math.floor(random() * 5);
	return Array.from({ length: count }, () => pick(random, characters));
}
