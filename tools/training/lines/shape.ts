import type { Point } from "../../../lib/geometry.ts";
import { cropInk, inkBox } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { inkBounds, type Stroke } from "../../../lib/ink/stroke.ts";
import { sampleBilinear } from "../../../lib/moved-glyph.ts";
import type { Random } from "../../random.ts";
import { changeStrokeWidth } from "../augmentation/stroke-width.ts";

/** A character as it is to be written: as strokes of a pen, or as a picture cut to its ink. Height and width >= 0. */
export type Shape =
	| {
			readonly kind: "strokes";
			readonly strokes: readonly Stroke[];
			readonly width: number;
			readonly height: number;
	  }
	| { readonly kind: "picture"; readonly ink: InkMap; readonly width: number; readonly height: number };

/** Strokes moved to the origin, as high as they are. */
export function strokeShape(strokes: readonly Stroke[]): Shape {
	const { x, y, width, height } = inkBounds(strokes);
	const moved = strokes.map((stroke) => stroke.map(([u, v]): Point => [u - x, v - y]));
	return { kind: "strokes", strokes: moved, width, height };
}

/** A picture's ink; null where it has none. */
export function pictureShape(picture: InkMap): Shape | null {
	const box = inkBox(picture);
	return box && { kind: "picture", ink: cropInk(picture, box), width: box.width, height: box.height };
}

/** Where and how a character is written on a page; lengths in its pixels. */
export interface Place {
	/** The lower left corner, before it leans. */
	readonly left: number;
	readonly base: number;
	/** Pixels per unit of the shape, across and down. */
	readonly across: number;
	readonly down: number;
	/** Shift to the right per pixel above the base. */
	readonly slant: number;
	/** Half the pen's width. */
	readonly radius: number;
	/** How thin a pen redraws pictures: 0 as fat as they allow, 1 as thin. */
	readonly thinness: number;
	/** How far the hand wavers, in pixels. */
	readonly waver: number;
}

/** From where to where ink goes across the page. */
export interface Extent {
	readonly left: number;
	readonly right: number;
}

/** A slow wave: what a hand does differently each time. */
function wave(amplitude: number, length: number, random: Random): (at: number) => number {
	const [turns, phase] = [(1 + 3 * random()) / Math.max(length, 1), 6.28 * random()];
	const size = amplitude * (2 * random() - 1);
	return (at) => size * Math.sin(turns * at + phase);
}

/** Writes a shape on a page, darker ink over lighter, and says where it went. */
export function writeShape(page: InkMap, shape: Shape, place: Place, random: Random): Extent {
	const [wide, high] = [shape.width * place.across, shape.height * place.down];
	const bendX = wave(place.waver, high, random);
	const bendY = wave(place.waver, wide, random);
	return shape.kind === "strokes"
		? writeStrokes(page, shape.strokes, shape.height, place, bendX, bendY)
		: writePicture(page, shape, place, bendX, bendY, random);
}

type Bend = (at: number) => number;

function writeStrokes(
	page: InkMap,
	strokes: readonly Stroke[],
	height: number,
	{ left, base, across, down, slant, radius }: Place,
	bendX: Bend,
	bendY: Bend,
): Extent {
	let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	const onPage = ([u, v]: Point): Point => {
		const [x, above] = [u * across, (height - v) * down];
		const at = left + x + bendX(above) + slant * above;
		least = Math.min(least, at);
		most = Math.max(most, at);
		return [at, base - above + bendY(x)];
	};
	for (const stroke of strokes) {
		let from = onPage(stroke[0]);
		if (stroke.length === 1) drawPen(page, from, from, radius);
		for (let i = 1; i < stroke.length; i++) {
			const to = onPage(stroke[i]);
			drawPen(page, from, to, radius);
			from = to;
		}
	}
	return { left: least - radius, right: most + radius };
}

/** Draws a round pen's way on a page. As `drawSegment` of the pad, but for lines by the hundred thousand. */
export function drawPen(
	{ width, height, data }: InkMap,
	[x0, y0]: Point,
	[x1, y1]: Point,
	radius: number,
): void {
	const reach = radius + 0.5;
	const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
	const right = Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
	const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
	const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
	const [dx, dy] = [x1 - x0, y1 - y0];
	const perLength = 1 / (dx * dx + dy * dy || 1);
	for (let y = top; y <= bottom; y++) {
		const py = y + 0.5 - y0;
		for (let x = left; x <= right; x++) {
			const px = x + 0.5 - x0;
			const along = Math.min(1, Math.max(0, (px * dx + py * dy) * perLength));
			const [ox, oy] = [px - along * dx, py - along * dy];
			const distance = ox * ox + oy * oy;
			if (distance >= reach * reach) continue;
			const coverage = reach - Math.sqrt(distance);
			const i = y * width + x;
			if (coverage > data[i]) data[i] = Math.min(1, coverage);
		}
	}
}

/** Where a picture's soft edge becomes the edge of the ink: a lower share of full ink is a fatter pen. */
const [FATTEST, THINNEST] = [0.3, 0.6];
/** A pen thinner than this also leaves out the edges of a picture's strokes, this share of its height at most. */
const FULL_STROKES = 0.3;
const LEFT_OUT = 0.04;

/** A picture as dark as before its strokes were thinned. */
function withFullInk({ width, height, data }: InkMap): InkMap {
	const inked = data.filter((value) => value > 0.1).sort();
	const full = inked[Math.floor(0.8 * inked.length)] ?? 1;
	return { width, height, data: data.map((value) => Math.min(1, value / full)) };
}

function writePicture(
	page: InkMap,
	{ ink: drawn, height }: Shape & { kind: "picture" },
	{ left, base, across, down, slant, thinness }: Place,
	bendX: Bend,
	bendY: Bend,
	random: Random,
): Extent {
	const thinning = (LEFT_OUT * Math.max(0, thinness - FULL_STROKES)) / (1 - FULL_STROKES);
	const ink = thinning > 0 ? withFullInk(changeStrokeWidth(drawn, -thinning * height)) : drawn;
	const edge = FATTEST + (THINNEST - FATTEST) * Math.min(1, Math.max(0, thinness + 0.2 * (random() - 0.5)));
	// A pixel of the picture is so many of the page: as steep as its edge may be.
	const steepness = 1.2 + Math.max(across, down) * (0.4 + random());
	const high = height * down;
	const top = Math.max(0, Math.floor(base - high - 2));
	const bottom = Math.min(page.height - 1, Math.ceil(base + 2));
	let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (let y = top; y <= bottom; y++) {
		const above = base - y - 0.5;
		const start = left + slant * above + bendX(above);
		const from = Math.max(0, Math.floor(start - 1));
		const to = Math.min(page.width - 1, Math.ceil(start + ink.width * across + 1));
		for (let x = from; x <= to; x++) {
			const u = (x + 0.5 - start) / across - 0.5;
			const v = (y + 0.5 - (base - high) + bendY(u)) / down - 0.5;
			const value = sampleBilinear(ink.data, ink.width, ink.height, u, v);
			if (value <= 0.05) continue;
			const coverage = Math.min(1, (value - edge) * steepness + 0.5);
			if (coverage <= 0) continue;
			const i = y * page.width + x;
			if (coverage > page.data[i]) page.data[i] = coverage;
			if (x < least) least = x;
			if (x + 1 > most) most = x + 1;
		}
	}
	return most > least ? { left: least, right: most } : { left, right: left + ink.width * across };
}
