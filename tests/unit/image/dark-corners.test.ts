import { expect, test } from "vitest";
import { connectedComponents } from "../../../lib/image/components.ts";
import { isDarkCorner } from "../../../lib/image/dark-corners.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { plane } from "./drawing.ts";

const judged = (inkAt: (x: number, y: number) => number) => {
	const ink = plane(120, 80, inkAt);
	return connectedComponents(inkRuns(ink)).map((blob) => isDarkCorner(ink, blob));
};

test("a corner that fades into the paper is dark paper", () => {
	expect(judged((x, y) => Math.max(0, 250 - 2.5 * (x + y)))).toEqual([true]);
});

test("a stroke into a corner is ink, and so is a shade in the middle", () => {
	expect(judged((x, y) => (Math.abs(x - y) < 4 ? 250 : 0))).toEqual([false]);
	expect(judged((x, y) => Math.max(0, 250 - 4 * Math.hypot(x - 60, y - 40)))).toEqual([false]);
});
