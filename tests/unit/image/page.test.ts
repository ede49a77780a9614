import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectedComponents } from "../../../lib/image/components.ts";
import { findInk } from "../../../lib/image/page.ts";
import { INK } from "../../../lib/image/runs.ts";
import { type Colour, onRing, paint } from "./drawing.ts";

const isRing = onRing(100, 80, 40, 6);
const gray = (value: number): Colour => [value, value, value];

/** Expects the ring and nothing else to be ink. */
function expectRing(colourAt: (x: number, y: number) => Colour): void {
	const page = findInk(paint(320, 160, colourAt));
	const blobs = connectedComponents(page!.runs).filter(({ area }) => area > 4);
	expect(blobs).toHaveLength(1);
	expect(blobs[0].box.x).toBeCloseTo(57, -1);
	expect(blobs[0].box.width).toBeGreaterThan(80);
	expect(blobs[0].box.width).toBeLessThan(92);
}

describe("ink is found", () => {
	test("dark on light", () => expectRing((x, y) => gray(isRing(x, y) ? 60 : 220)));
	test("light on dark", () => expectRing((x, y) => gray(isRing(x, y) ? 200 : 30)));
	test("faint pencil", () => expectRing((x, y) => gray(isRing(x, y) ? 200 : 222)));
	test("across a shade that is darker than the ink elsewhere", () =>
		expectRing((x, y) => gray((isRing(x, y) ? 0.6 : 1) * (240 - 0.55 * x))));
	test("light on dark under a strong shade", () =>
		expectRing((x, y) => gray((isRing(x, y) ? 60 : 0) + 20 + 0.3 * x)));
	test("over a fine pattern of paper", () =>
		expectRing((x, y) => gray(isRing(x, y) ? 60 : y % 6 === 0 ? 180 : 215)));
	test("on ruled paper, also where the rules cross it", () =>
		expectRing((x, y) => gray(isRing(x, y) ? 60 : (y + 10) % 40 < 2 ? 90 : 225)));
	test("on squared paper", () =>
		expectRing((x, y) => gray(isRing(x, y) ? 60 : (y + 10) % 40 < 2 || (x + 10) % 40 < 2 ? 90 : 225)));
	test("in a frame, of which at most the corners are left", () => {
		const isFrame = (x: number, y: number) =>
			x >= 10 && x < 309 && y >= 8 && y < 152 && (x < 13 || x >= 306 || y < 11 || y >= 149);
		const page = findInk(paint(320, 160, (x, y) => gray(isRing(x, y) || isFrame(x, y) ? 60 : 225)))!;
		const blobs = connectedComponents(page.runs).filter(({ area }) => area > 16);
		expect(blobs.map(({ box }) => box.width)).toEqual([87]);
	});
	test("though the frame is so dark that it hides all fainter ink", () => {
		const isFrame = (x: number, y: number) =>
			x >= 40 && x < 160 && y >= 20 && y < 140 && (x < 48 || x >= 152 || y < 28 || y >= 132);
		const page = findInk(paint(320, 160, (x, y) => gray(isFrame(x, y) ? 5 : isRing(x, y) ? 130 : 220)))!;
		const blobs = connectedComponents(page.runs).filter(({ area }) => area > 16);
		expect(blobs.map(({ box }) => box.width)).toEqual([87]);
	});
	test("and a tall thin 1 is no rule, with ruled lines above and below it", () => {
		const isOne = (x: number, y: number) => x >= 200 && x < 204 && y > 24 && y < 140;
		const page = findInk(paint(320, 160, (x, y) => gray(isOne(x, y) ? 60 : y % 150 < 2 ? 90 : 225)))!;
		const blobs = connectedComponents(page.runs).filter(({ area }) => area > 16);
		expect(blobs.map(({ box }) => box.height)).toEqual([115]);
	});
	test("faint, on a page that lies on a dark table", () => {
		const page = findInk(paint(640, 320, (x, y) => gray(x > 520 ? 25 : isRing(x, y) ? 170 : 225)))!;
		const blobs = connectedComponents(page.runs).filter(({ box }) => box.x < 400);
		expect(blobs).toHaveLength(1);
		expect(blobs[0].box.width).toBeGreaterThan(80);
	});
	test("by a broad marker", () => {
		const disc = onRing(100, 80, 40, 34);
		const page = findInk(paint(320, 160, (x, y) => gray(disc(x, y) ? 60 : 220)))!;
		const at = (x: number, y: number) => page.ink.data[y * page.ink.width + x];
		expect([at(60, 80), at(100, 40), at(140, 80)].every((ink) => ink >= INK)).toBe(true);
		expect(at(100, 80)).toBeLessThan(INK);
	});
});

test.each([
	["white", () => gray(255)],
	["transparent", (): Colour => [0, 0, 0, 0]],
	["a smooth shade", (x: number) => gray(100 + 0.4 * x)],
])("a picture that is %s holds no ink", (_, colourAt) => {
	expect(findInk(paint(300, 200, colourAt))).toBeNull();
});

test("pictures of any shape and content come through within bounds", () => {
	const picture = fc
		.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
		.chain(([width, height]) =>
			fc
				.uint8Array({ minLength: 4 * width * height, maxLength: 4 * width * height })
				.map((bytes) => ({ width, height, data: Uint8ClampedArray.from(bytes) })),
		);
	let found = 0;
	fc.assert(
		fc.property(picture, (pixels) => {
			const page = findInk(pixels);
			if (!page) return true;
			found++;
			return page.ink.data.length === page.ink.width * page.ink.height;
		}),
		{ numRuns: 60 },
	);
	expect(found).toBeGreaterThan(0);
});

test("a strip of 1 x 20,000 and a page of 9 megapixels are read at a bounded size", () => {
	const sizes = [
		[1, 20_000],
		[20_000, 1],
		[3000, 3000],
	].map(([width, height]) => {
		const data = new Uint8ClampedArray(width * height * 4).fill(255);
		for (let i = 0; i < data.length; i += 4444) data.fill(0, i, i + 3);
		return findInk({ width, height, data })?.ink.data.length ?? 0;
	});
	expect(Math.max(...sizes)).toBeLessThanOrEqual(4e6);
	expect(sizes[2]).toBeGreaterThan(1e6);
});

test("what each stage shows stays as it was shown, whatever the later ones make of the same memory", () => {
	const shown: { stage: string; data: Uint8Array; snapshot: Uint8Array }[] = [];
	const pixels = paint(320, 160, (x, y) => gray(isRing(x, y) ? 60 : y % 40 < 2 ? 90 : 220));
	findInk(pixels, (stage, { data }) => void shown.push({ stage, data, snapshot: data.slice() }));
	expect(shown.map(({ stage }) => stage)).toEqual(["gray", "darkness", "ink", "without-rules"]);
	for (const { stage, data, snapshot } of shown) expect(Buffer.compare(data, snapshot), stage).toBe(0);
	expect(Math.max(...shown[0].data)).toBe(220);
});
