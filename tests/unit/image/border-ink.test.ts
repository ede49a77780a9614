import { expect, test } from "vitest";
import { isAlongBorder } from "../../../lib/image/border-ink.ts";
import { connectedComponents } from "../../../lib/image/components.ts";
import { connectedInk } from "../../../lib/image/hysteresis.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { onRing, plane } from "./drawing.ts";

const [width, height] = [120, 80];
const judged = (isInk: (x: number, y: number) => boolean) =>
	connectedComponents(inkRuns(plane(width, height, (x, y) => (isInk(x, y) ? 250 : 0)))).map((blob) =>
		isAlongBorder(blob, { width, height }),
	);

test("bars along any side of the picture are border, ragged ones too", () => {
	expect(judged((x) => x < 12)).toEqual([true]);
	expect(judged((x, y) => x >= 110 + (y % 7))).toEqual([true]);
	expect(judged((_, y) => y < 9)).toEqual([true]);
	expect(judged((x, y) => y >= 70 && x > 20)).toEqual([true]);
});

test("digits that a side cuts off are none, nor is a short stroke at it, nor what crosses the picture", () => {
	expect(judged((x, y) => onRing(6, 40, 30, 8)(x, y))).toEqual([false]);
	expect(judged((x, y) => x < 5 && y > 10 && y < 50)).toEqual([false]);
	expect(judged((x, y) => y >= 78 || onRing(60, 50, 28, 6)(x, y))).toEqual([false]);
	expect(judged((x, y) => Math.abs(x - 60) < 4 && y >= 0)).toEqual([false]);
});

test("what lies along a side is left out beside other ink, and may be a digit by itself", () => {
	const inkOf = (isInk: (x: number, y: number) => boolean) => {
		const ink = plane(width, height, (x, y) => (isInk(x, y) ? 250 : 0));
		return connectedInk({ ink, runs: inkRuns(ink) }).blobs.map(({ box }) => box.width);
	};
	const ring = onRing(70, 40, 20, 6);
	expect(inkOf((x, y) => x < 12 || ring(x, y))).toEqual([47]);
	expect(inkOf((x) => x < 12)).toEqual([12]);
});
