import { describe, expect, test } from "vitest";
import type { Box } from "../../../../lib/geometry.ts";
import { toGray } from "../../../../lib/image/gray.ts";
import { connectedInk } from "../../../../lib/image/hysteresis.ts";
import { darkAreas } from "../../../../lib/image/layout/dark-areas.ts";
import { lightWritingOn } from "../../../../lib/image/layout/light-writing.ts";
import { findSheet } from "../../../../lib/image/layout/sheet.ts";
import { sheetAlone } from "../../../../lib/image/layout/sheet-alone.ts";
import { findInk } from "../../../../lib/image/page.ts";
import type { Pixels } from "../../../../lib/image/pixels.ts";
import { onRing, paint } from "../drawing.ts";

type Place = (x: number, y: number) => boolean;

const [WIDTH, HEIGHT] = [640, 400];
const gray = (level: number) => [level, level, level] as const;

/** A picture with dark rings on what is light and light ones on what is dark; `levelOf` the grounds may be uneven. */
const written = (rings: readonly Place[], isDark: Place, [dark, light] = [40, 240], shade = 0): Pixels =>
	paint(WIDTH, HEIGHT, (x, y) => {
		const isInk = rings.some((isRing) => isRing(x, y));
		const level = isDark(x, y) ? (isInk ? 235 : dark) : isInk ? 45 : light;
		return gray(Math.round(level * (1 - (shade * x) / WIDTH)));
	});

/** Where there is ink, from the left. */
function inkIn(pixels: Pixels): Box[] {
	const { blobs } = connectedInk(findInk(pixels)!);
	return blobs
		.filter(({ area }) => area > 30)
		.map(({ box }) => box)
		.sort((a, b) => a.x - b.x);
}

const middles = (boxes: readonly Box[]) =>
	boxes.map(({ x, y, width, height }) => [
		Math.round((x + width / 2) / 10),
		Math.round((y + height / 2) / 10),
	]);

const upper = [onRing(120, 60, 30, 7), onRing(420, 60, 30, 7)];
const lower = [onRing(200, 260, 40, 7), onRing(500, 260, 40, 7)];

const GROUNDS: readonly (readonly [name: string, isDark: Place])[] = [
	["a bar above", (_, y) => y < 110],
	["one half", (x) => x > 320],
	["the other half, leaning", (x, y) => x + 0.2 * y < 340],
	["a label", (x, y) => x > 60 && x < 500 && y > 20 && y < 105],
	["what is around a label", (x, y) => x < 80 || x > 600 || y < 150 || y > 340],
];

describe.each(GROUNDS)("writing on two grounds, dark %s", (_, isDark) => {
	test.each([
		[[24, 250], 0],
		[[90, 235], 0],
		[[40, 240], 0.35],
	] as const)("is all ink, and nothing else, for levels %j and shade %f", (levels, shade) => {
		const picture = written([...upper, ...lower], isDark, [...levels], shade);
		expect(middles(inkIn(picture))).toEqual([
			[12, 6],
			[20, 26],
			[42, 6],
			[50, 26],
		]);
	});
});

describe("no light writing is seen", () => {
	const isSeen = (pixels: Pixels) => {
		const sheet = toGray(pixels, [0.3, 0.6, 0.1]);
		return darkAreas(sheet).some((area) => lightWritingOn(sheet, area));
	};
	const dark = (isInk: Place) => paint(WIDTH, HEIGHT, (x, y) => gray(isInk(x, y) ? 40 : 235));

	test("in fat strokes", () => {
		expect(isSeen(dark(onRing(320, 200, 120, 90)))).toBe(false);
		expect(isSeen(dark((x, y) => Math.abs(x - 320) < 40 && Math.abs(y - 200) < 180))).toBe(false);
	});

	test("in a frame, nor in flecks beside it", () => {
		const isFrame: Place = (x, y) => Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y) < 24;
		const isFleck: Place = (x, y) => y > 8 && y < 14 && x % 40 < 8;
		expect(isSeen(dark((x, y) => isFrame(x, y) && !isFleck(x, y)))).toBe(false);
	});

	test("in a shadow, whose writing is dark", () => {
		const isInk: Place = (x, y) => [...upper, ...lower].some((isRing) => isRing(x, y));
		const shadow = paint(WIDTH, HEIGHT, (x, y) => gray((isInk(x, y) ? 40 : 235) * (x > 300 ? 0.5 : 1)));
		expect(isSeen(shadow)).toBe(false);
	});

	test("in dark areas that bear nothing", () => {
		expect(isSeen(written(lower, (_, y) => y < 110))).toBe(false);
	});
});

test("a dark card on a light desk shows its light writing when it is seen alone", () => {
	const isCard: Place = (x, y) => x > 100 && x < 540 && y > 80 && y < 330;
	const isChalk: Place = (x, y) => onRing(240, 200, 50, 9)(x, y) || onRing(400, 200, 50, 9)(x, y);
	const picture = paint(WIDTH, HEIGHT, (x, y) =>
		isCard(x, y) ? gray(isChalk(x, y) ? 225 : 50) : gray(190 + 12 * Math.sin(x / 5 + y / 9)),
	);
	const { pixels, boxInPicture } = sheetAlone(picture, findSheet(picture)!);
	expect(middles(inkIn(pixels).map(boxInPicture))).toEqual([
		[24, 20],
		[40, 20],
	]);
});
