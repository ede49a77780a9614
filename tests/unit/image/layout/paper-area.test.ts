import { expect, test } from "vitest";
import { connectedComponents } from "../../../../lib/image/components.ts";
import { sheetAlone } from "../../../../lib/image/layout/paper-area.ts";
import { findInk } from "../../../../lib/image/page.ts";
import { type Colour, onRing, paint } from "../drawing.ts";

const isRing = onRing(300, 220, 40, 8);
/** A leaning sheet, darker towards the right. */
const isSheet = (x: number, y: number) =>
	x - 0.1 * y > 140 && x - 0.1 * y < 460 && y + 0.05 * x > 90 && y < 400;
const desk = (x: number, y: number): Colour => {
	const grain = 20 * Math.sin(y / 3 + Math.sin(x / 40));
	return [120 + grain, 80 + grain, 50 + grain];
};

test("of a sheet on a desk only what is written on it is ink", () => {
	const scene = paint(640, 480, (x, y) => {
		if (!isSheet(x, y)) return desk(x, y);
		const light = 1 - 0.0006 * x;
		return isRing(x, y) ? [60 * light, 60 * light, 90 * light] : [230 * light, 228 * light, 220 * light];
	});
	const page = findInk(sheetAlone(scene)!)!;
	const blobs = connectedComponents(page.runs).filter(({ area }) => area > 30);
	expect(blobs).toHaveLength(1);
	expect(blobs[0].box.width).toBeCloseTo(89, -1);
});

test("a page that fills the picture is no sheet in a scene", () => {
	expect(sheetAlone(paint(320, 240, (x, y) => (isRing(x, y) ? [40, 40, 40] : [230, 230, 230])))).toBeNull();
});
