import { expect, test } from "vitest";
import { stackStrokes } from "../../../lib/ink/stacks.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

const loop = (x: number, y: number, radius: number): Stroke =>
	Array.from({ length: 25 }, (_, i) => [
		x + radius * Math.cos((i * Math.PI) / 12),
		y + radius * Math.sin((i * Math.PI) / 12),
	]);

test("the two loops of an 8 are one stack", () => {
	expect(stackStrokes([loop(20, 20, 20), loop(20, 62, 22)])).toEqual([[1, 0]]);
});

test("digits side by side or rows apart are stacks of their own", () => {
	expect(stackStrokes([loop(20, 20, 20), loop(61, 20, 20), loop(20, 80, 20)])).toEqual([[0], [1], [2]]);
});

test("no ink, no stack", () => {
	expect(stackStrokes([])).toEqual([]);
});
