import { expect, test } from "vitest";
import { connectedComponents } from "../../../lib/image/components.ts";
import { withoutRings } from "../../../lib/image/rings.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { onRing, plane } from "./drawing.ts";

const blobsOf = (isInk: (x: number, y: number) => boolean) =>
	connectedComponents(inkRuns(plane(300, 200, (x, y) => (isInk(x, y) ? 255 : 0))));
const isRing = onRing(150, 100, 80, 5);
const isStroke = (x: number, y: number) => x > 130 && x < 138 && y > 75 && y < 130;

test("a ring around a number is left out, one around nothing is a 0, and so is one with a speck in it", () => {
	const [stroke, ...others] = withoutRings(blobsOf((x, y) => isRing(x, y) || isStroke(x, y)));
	expect(stroke.box.height).toBe(54);
	expect(others).toHaveLength(0);
	const isOpen = (x: number, y: number) => isRing(x, y) && !(y < 60 && Math.abs(x - 137) < 14);
	const isWide = (x: number, y: number) => Math.abs(x - 150) < 35 && Math.abs(y - 100) < 30;
	expect(withoutRings(blobsOf((x, y) => isOpen(x, y) || isWide(x, y)))).toHaveLength(1);
	expect(withoutRings(blobsOf(isRing))).toHaveLength(1);
	const isSpeck = (x: number, y: number) => Math.hypot(x - 150, y - 100) < 5;
	expect(withoutRings(blobsOf((x, y) => isRing(x, y) || isSpeck(x, y)))).toHaveLength(2);
});

test("what is only beside a number, or above it, is no ring", () => {
	const isArch = (x: number, y: number) => isRing(x, y) && y < 140;
	expect(withoutRings(blobsOf((x, y) => isArch(x, y) || isStroke(x, y)))).toHaveLength(2);
});
