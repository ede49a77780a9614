import { expect, test } from "vitest";
import { connectedComponents } from "../../../../lib/image/components.ts";
import { findSheet } from "../../../../lib/image/layout/sheet.ts";
import { sheetAlone } from "../../../../lib/image/layout/sheet-alone.ts";
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
const onSheet = (x: number, y: number): Colour => {
	const light = 1 - 0.0006 * x;
	return isRing(x, y) ? [60 * light, 60 * light, 90 * light] : [230 * light, 228 * light, 220 * light];
};
const scene = (isFinger: (x: number, y: number) => boolean = () => false) =>
	paint(640, 480, (x, y) => (isFinger(x, y) ? [170, 120, 95] : isSheet(x, y) ? onSheet(x, y) : desk(x, y)));

test("of a sheet on a desk only what is written on it is ink, and its box is where it is in the picture", () => {
	const picture = scene();
	const flat = sheetAlone(picture, findSheet(picture)!);
	const page = findInk(flat.pixels)!;
	const blobs = connectedComponents(page.runs).filter(({ area }) => area > 30);
	expect(blobs).toHaveLength(1);
	expect(Math.abs(blobs[0].box.width / page.scale - 88)).toBeLessThan(9);
	const { x, y, width, height } = flat.boxInPicture(blobs[0].box);
	expect(Math.hypot(x + width / 2 - 300, y + height / 2 - 220)).toBeLessThan(8);
});

test("a finger over the edge of the sheet is no ink", () => {
	const picture = scene((x, y) => x < 215 && Math.abs(y - 300) < 22);
	const page = findInk(sheetAlone(picture, findSheet(picture)!).pixels)!;
	expect(connectedComponents(page.runs).filter(({ area }) => area > 30)).toHaveLength(1);
});

test("a page that fills the picture is no sheet in a scene, nor is a slope of light", () => {
	const isLarge = onRing(160, 130, 80, 30);
	const fills = paint(320, 260, (x, y) => (isLarge(x, y) ? [40, 40, 40] : [230, 230, 230]));
	expect(findSheet(fills)).toBeNull();
	const isFrame = (x: number, y: number) =>
		Math.max(Math.abs(x - 240) / 180, Math.abs(y - 160) / 100) <= 1 &&
		Math.max(Math.abs(x - 240) / 168, Math.abs(y - 160) / 88) > 1;
	const framed = paint(480, 320, (x, y) =>
		isFrame(x, y) || onRing(240, 160, 40, 8)(x, y) ? [40, 40, 40] : [230, 230, 230],
	);
	expect(findSheet(framed)).toBeNull();
	const lit = paint(320, 260, (x) => [80 + 0.5 * x, 80 + 0.5 * x, 80 + 0.5 * x]);
	expect(findSheet(lit)).toBeNull();
});
