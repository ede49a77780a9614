import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidatesOf, cutLine, sharingCandidatesOf, workOf } from "../../../lib/image/candidates.ts";
import { type Blob, blobOf, connectedComponents } from "../../../lib/image/components.ts";
import { cutBlob } from "../../../lib/image/cut.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { shear, slantOf } from "../../../lib/image/slant.ts";
import { textLines } from "../../../lib/lines/text-lines.ts";
import { onRing, plane } from "./drawing.ts";

const blobsWhere = (width: number, height: number, isInk: (x: number, y: number) => boolean): Blob[] =>
	connectedComponents(inkRuns(plane(width, height, (x, y) => (isInk(x, y) ? 255 : 0))));

const scale = { height: 40, stroke: 4 };

describe("touching digits", () => {
	const left = onRing(25, 25, 18);
	const right = onRing(63, 25, 18);
	const [touching] = blobsWhere(90, 50, (x, y) => left(x, y) || right(x, y));

	test("are cut between, among other places", () => {
		const parts = cutBlob(touching, scale);
		const borders = parts.slice(1).map(({ box }) => box.x);
		expect(borders.some((x) => Math.abs(x - 44) <= 3)).toBe(true);
	});

	test("are also offered whole and as each of the two", () => {
		const widths = candidatesOf(cutLine([touching], scale)).map(({ blob }) => blob.box.width);
		expect(widths.some((width) => Math.abs(width - 39) <= 3)).toBe(true);
	});

	test("that have a stroke in common are offered with it on both sides", () => {
		const [chain] = blobsWhere(110, 50, (x, y) => onRing(25, 25, 18)(x, y) || onRing(60, 25, 18)(x, y));
		const line = cutLine([chain], scale);
		const candidates = candidatesOf(line);
		const shared = sharingCandidatesOf(line, candidates, new Set([0]));
		const isWholeRing = ({ box }: Blob, left: number) =>
			Math.abs(box.x - left) <= 2 && Math.abs(box.width - 40) <= 3;
		expect(shared.some(({ blob }) => isWholeRing(blob, 5))).toBe(true);
		expect(shared.some(({ blob }) => isWholeRing(blob, 40))).toBe(true);
		expect(sharingCandidatesOf(line, candidates, new Set())).toEqual([]);
	});

	test("texture far larger than the writing is not cut", () => {
		const [texture] = blobsWhere(300, 300, (x, y) => x % 5 === 0 || y % 7 === 0);
		expect(cutBlob(texture, { height: 20, stroke: 2 })).toHaveLength(1);
	});

	test("a blob as large as the writing is not cut where it is as dense as texture", () => {
		const [checks] = blobsWhere(200, 200, (x, y) => (Math.floor(x / 2) + Math.floor(y / 2)) % 2 === 0);
		expect(cutBlob(checks, { height: 200, stroke: 2 })).toHaveLength(1);
	});

	test("and what there is to classify is told by the boxes around them", () => {
		const line = cutLine([touching], scale);
		const work = candidatesOf(line).reduce(
			(sum, { blob: { box } }) => sum + Math.max(1, (box.width * box.height) / scale.height ** 2),
			0,
		);
		expect(Math.abs(workOf(line) - work)).toBeLessThan(0.15 * work);
	});

	test("a lone upright stroke is not cut", () => {
		const [stroke] = blobsWhere(20, 50, (x, y) => x >= 8 && x < 12 && y >= 5 && y < 45);
		expect(cutBlob(stroke, scale)).toHaveLength(1);
	});
});

test("the parts of a blob are the blob, whatever its shape", () => {
	const bits = fc.array(fc.boolean(), { minLength: 24 * 30, maxLength: 24 * 30 });
	fc.assert(
		fc.property(bits, (bits) => {
			for (const blob of blobsWhere(30, 24, (x, y) => bits[y * 30 + x])) {
				const parts = cutBlob(blob, { height: 16, stroke: 2 });
				expect(parts.reduce((sum, { area }) => sum + area, 0)).toBe(blob.area);
				expect(blobOf(parts.flatMap(({ runs }) => runs)).box).toEqual(blob.box);
			}
		}),
		{ numRuns: 40 },
	);
});

test("every line can be covered by its candidates, each a span of pieces", () => {
	const box = fc.record({
		x: fc.integer({ min: 0, max: 300 }),
		y: fc.integer({ min: 0, max: 60 }),
		width: fc.integer({ min: 1, max: 60 }),
		height: fc.integer({ min: 1, max: 60 }),
	});
	fc.assert(
		fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), (boxes) => {
			const blobs = boxes.map(({ x, y, width, height }) =>
				blobOf(Array.from({ length: height }, (_, row) => [y + row, x, x + width] as const)),
			);
			const line = cutLine(blobs, scale);
			const candidates = candidatesOf(line);
			const pieces = line.pieces.length;
			for (let piece = 0; piece < pieces; piece++)
				expect(candidates.some(({ from, to }) => from === piece && to === piece + 1)).toBe(true);
			for (const { from, to, cost } of candidates) {
				expect(from).toBeLessThan(to);
				expect(to).toBeLessThanOrEqual(pieces);
				expect(cost).toBeGreaterThanOrEqual(0);
			}
		}),
		{ numRuns: 50 },
	);
});

describe("slant", () => {
	const strokes = (slant: number) =>
		blobsWhere(200, 60, (x, y) => {
			const upright = x + slant * (y - 30);
			return y >= 10 && y < 50 && [60, 90, 120].some((at) => Math.abs(upright - at) <= 2);
		});

	test.each([-0.2, 0, 0.4])("of strokes that lean by %f is found", (slant) => {
		expect(slantOf(strokes(slant))).toBeCloseTo(slant, 1);
	});

	test("shearing there and back changes nothing", () => {
		for (const blob of strokes(0.4)) expect(shear(shear(blob, 0.4, 30), -0.4, 30)).toEqual(blob);
	});
});

describe("lines of writing", () => {
	const digit = (x: number, y: number, height = 40) => ({ x, y, width: 25, height });

	test("climb by 15 degrees and stay one line", () => {
		const climb = Math.tan(Math.PI / 12);
		const boxes = [0, 1, 2, 3, 4, 5, 6].map((i) => digit(i * 40, 200 - i * 40 * climb));
		expect(textLines(boxes, 40)).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
	});

	test("climb by 15 degrees and stay whole over wide gaps, the upper line first", () => {
		const climb = Math.tan(Math.PI / 12);
		const at = (x: number, y: number) => digit(x, y - x * climb);
		const boxes = [0, 40, 80, 260, 300, 340].flatMap((x) => [at(x, 200), at(x, 276)]);
		expect(textLines(boxes, 40).map((line) => line.toSorted((a, b) => a - b))).toEqual([
			[0, 2, 4, 6, 8, 10],
			[1, 3, 5, 7, 9, 11],
		]);
	});

	test("stay whole where all digits stand far apart and the lines climb: by the slope that makes fewest lines", () => {
		const boxes = [0, 1, 2].flatMap((row) => [0, 190, 400].map((x) => digit(x, 120 * row - 0.09 * x)));
		expect(textLines(boxes, 40).map((line) => line.toSorted((a, b) => a - b))).toEqual([
			[0, 1, 2],
			[3, 4, 5],
			[6, 7, 8],
		]);
	});

	test("come from the top, however wide the gaps in them", () => {
		const boxes = [digit(0, 70), digit(40, 72), digit(500, 69), digit(0, 0), digit(300, 3)];
		expect(textLines(boxes, 40).map((line) => line.toSorted((a, b) => a - b))).toEqual([
			[3, 4],
			[0, 1, 2],
		]);
	});

	test("a long comma hangs on the digit before it, a small digit beside does not", () => {
		const boxes = [digit(0, 0), { x: 30, y: 32, width: 8, height: 22 }, digit(45, 0)];
		expect(textLines(boxes, 40)).toHaveLength(1);
		expect(textLines([digit(0, 0), { x: 30, y: 55, width: 14, height: 24 }, digit(45, 0)], 40)).toHaveLength(
			2,
		);
	});

	test("low pieces belong to the digit nearest to them", () => {
		const boxes = [digit(0, 0), digit(0, 80), { x: 28, y: 112, width: 5, height: 6 }];
		expect(textLines(boxes, 40)).toEqual([[0], [1, 2]]);
	});

	test("hold every box once", () => {
		const box = fc.record({
			x: fc.nat(500),
			y: fc.nat(500),
			width: fc.integer({ min: 1, max: 90 }),
			height: fc.integer({ min: 1, max: 90 }),
		});
		fc.assert(
			fc.property(fc.array(box, { maxLength: 30 }), (boxes) => {
				const lines = textLines(boxes, 40);
				const isAnyTall = boxes.some(({ width, height }) => height >= 18 && width <= 6 * height);
				expect(lines.flat().sort((a, b) => a - b)).toEqual(isAnyTall ? boxes.map((_, i) => i) : []);
			}),
		);
	});
});
