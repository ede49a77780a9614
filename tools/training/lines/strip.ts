import { GLYPH_SIDE, GLYPH_SIZE, INK_SIDE } from "../../../lib/glyph.ts";
import { cropInk, inkBox } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { resample } from "../../../lib/image/resample.ts";
import { drawSegment } from "../../../lib/ink/render.ts";
import { frameCentre, frameCount, STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { IGNORED } from "../../../lib/models/training/loss.ts";
import { between, normal, pick, type Random } from "../../random.ts";
import { addGrain, addSpecks, binarise, blur, breakStroke, changeContrast } from "../augmentation/degrade.ts";
import type { Ingredient } from "../sources/ingredients.ts";

/** What a frame shows besides the digits 0..9: another character (as in a glyph), or none. */
export const NOTHING = 11;

/** Whose hand writes digits. */
export interface Writer {
	readonly digits: Ingredient;
	/** Zeros alone: amounts end in them. */
	readonly zeros: Ingredient;
}

/** What a line is written with. */
export interface LineWriters {
	/** One of them writes a line, or they take turns. */
	readonly digits: readonly Writer[];
	readonly others: readonly Ingredient[];
}

/** Frames this near to a character's centre, in px, show it too, though another one does best. */
const NEAR = 4.5;

const draw = ({ size, draw }: Ingredient, random: Random) => {
	const data = new Float32Array(GLYPH_SIZE);
	const index = Number.isFinite(size) ? Math.floor(random() * size) : 0;
	const label = draw(index, random, data);
	return { label, ink: { width: GLYPH_SIDE, height: GLYPH_SIDE, data } };
};

/**
 * Writes a line of characters, from far apart to overlapping, with what stands between digits (points, commas,
 * dashes) and strokes that join them, to `pixels`, a strip; and what every frame shows to `labels`.
 */
export function composeStrip(
	writers: LineWriters,
	width: number,
	random: Random,
	pixels: Float32Array,
	labels: Uint8Array,
): void {
	const strip: InkMap = { width, height: STRIP_HEIGHT, data: pixels.fill(0) };
	const anyOf = <T>(list: readonly T[]): T => pick(random, list);
	const writer = anyOf(writers.digits);
	const isMixed = random() < 0.2;
	const otherShare = random() < 0.25 ? between(random, 0.1, 0.9) : 0.02;
	const size = INK_SIDE * between(random, 0.82, 1.12);
	const gap = random() < 0.55 ? between(random, -4.5, 2) : between(random, 1, 12);
	const base = STRIP_HEIGHT / 2 + size / 2 + 1.2 * normal(random);
	const climb = 0.02 * normal(random);
	const zerosFrom = random() < 0.2 ? Math.floor(between(random, 1, 5)) : Number.POSITIVE_INFINITY;
	const smallFrom =
		random() < 0.2 ? Math.min(zerosFrom, Math.floor(between(random, 1, 5))) : Number.POSITIVE_INFINITY;
	const most = random() < 0.3 ? 1 + Math.floor(random() * 3) : 9;
	const centres: { x: number; label: number }[] = [];
	let left = between(random, 2, most < 4 ? 60 : 20);
	for (let i = 0; i < most; i++) {
		const other = random() < otherShare;
		const hand = isMixed ? anyOf(writers.digits) : writer;
		const { label, ink } = draw(
			other ? anyOf(writers.others) : hand[i < zerosFrom ? "digits" : "zeros"],
			random,
		);
		const box = inkBox(ink);
		if (!box) continue;
		const high = size * Math.exp(0.07 * normal(random)) * (i >= smallFrom ? between(random, 0.55, 0.8) : 1);
		const scale = high / Math.max(box.height, 0.75 * box.width);
		if (left + box.width * scale > width - 2) break;
		const bottom = base + climb * (left - width / 2) + 0.6 * normal(random);
		const x = place(strip, cropInk(ink, box), scale, left, bottom - box.height * scale);
		if (x !== null) centres.push({ x, label });
		left += box.width * scale + gap + 1.2 * normal(random);
		if (random() < 0.12) left += mark(strip, left, bottom, size, random);
		// Zeros in a row are often written in one go, joined at the top.
		if (i >= zerosFrom && random() < 0.4)
			join(strip, left - gap / 2, bottom - high * between(random, 0.7, 1), high, random);
		else if (random() < 0.1)
			join(strip, left - gap / 2, bottom - size * between(random, 0.05, 1), size, random);
	}
	if (random() < 0.35) pixels.set(wear(strip, random).data);
	label(centres, frameCount(width), labels);
}

/** Adds a character's ink, scaled, and returns the x of its centre of mass in the strip; null without any in it. */
function place(strip: InkMap, ink: InkMap, scale: number, left: number, top: number): number | null {
	const [column, row] = [Math.floor(left), Math.floor(top)];
	const offset = { x: left - column, y: top - row };
	const wide = Math.ceil(ink.width * scale + offset.x);
	const high = Math.ceil(ink.height * scale + offset.y);
	const { data } = resample(ink, scale, offset, wide, high);
	let [mass, sum] = [0, 0];
	for (let y = 0; y < high; y++) {
		if (row + y < 0 || row + y >= strip.height) continue;
		for (let x = 0; x < wide; x++) {
			if (column + x < 0 || column + x >= strip.width) continue;
			const value = Math.min(1, data[y * wide + x]);
			const at = (row + y) * strip.width + column + x;
			strip.data[at] = Math.max(strip.data[at], value);
			mass += value;
			sum += value * (column + x + 0.5);
		}
	}
	return mass > 0 ? sum / mass : null;
}

/** A point, a comma or a dash after a digit that ends at `x`; returns the room that it takes. */
function mark(strip: InkMap, x: number, bottom: number, size: number, random: Random): number {
	const radius = between(random, 0.7, 1.6);
	const at = x + between(random, 0, 2);
	const kind = random();
	if (kind < 0.4) drawSegment(strip, at, bottom - 1, at + normal(random) / 2, bottom - 0.5, radius);
	else if (kind < 0.75)
		drawSegment(strip, at, bottom - 2, at - between(random, 0, 3), bottom + between(random, 1, 5), radius);
	else {
		const y = bottom - size * between(random, 0.35, 0.6);
		drawSegment(strip, at, y, at + between(random, 3, 8), y + normal(random), radius);
		return between(random, 4, 9);
	}
	return between(random, 0, 5);
}

/** A slightly bent stroke from one character towards the next. */
function join(strip: InkMap, x: number, y: number, size: number, random: Random): void {
	const half = size * between(random, 0.12, 0.3);
	drawSegment(strip, x - half, y, x + half, y + 1.5 * normal(random), between(random, 0.5, 1.3));
}

/** What scanning and thresholding do to a line. */
function wear(strip: InkMap, random: Random): InkMap {
	const chance = (probability: number) => random() < probability;
	let worn = strip;
	if (chance(0.2)) worn = breakStroke(worn, between(random, 1, 2.5), random);
	if (chance(0.3)) worn = blur(worn, random());
	if (chance(0.25)) worn = addGrain(worn, between(random, 0.1, 0.6), random);
	if (chance(0.35)) worn = binarise(worn, between(random, 0.25, 0.6), between(random, 0, 0.2), random);
	if (chance(0.3)) worn = changeContrast(worn, Math.exp(0.5 * normal(random)));
	if (chance(0.15)) worn = addSpecks(worn, 1 + Math.floor(random() * 5), random);
	return worn;
}

/** One frame shows a character best; those beside it may show it too or not, and are not asked. */
function label(centres: readonly { x: number; label: number }[], frames: number, labels: Uint8Array): void {
	labels.fill(NOTHING);
	const nearest = (x: number) => Math.round((x - frameCentre(0)) / (frameCentre(1) - frameCentre(0)));
	for (const { x } of centres) {
		for (let frame = 0; frame < frames; frame++)
			if (Math.abs(frameCentre(frame) - x) <= NEAR) labels[frame] = IGNORED;
	}
	const owners = new Map<number, number>();
	for (const { x } of centres) owners.set(nearest(x), (owners.get(nearest(x)) ?? 0) + 1);
	for (const { x, label } of centres) {
		const frame = nearest(x);
		if (frame >= 0 && frame < frames && owners.get(frame) === 1) labels[frame] = label;
	}
}
