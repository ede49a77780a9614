import { expect, it } from "vitest";
import { createRegionState } from "../../../../components/region/region-state.ts";
import type { Box } from "../../../../lib/geometry.ts";

const bounds = { width: 900, height: 600 };
const picture = { x: 300, y: 300, width: 100, height: 50 };

function begin(initial?: Box, digits?: number) {
	const regions: Box[] = [];
	const expected: (number | undefined)[] = [];
	const clicks: [number, number][] = [];
	const selection = createRegionState({
		bounds: () => bounds,
		boxAt: (x) => (x > 300 ? picture : null),
		onRegion: (region, digits) => {
			regions.push(region);
			expected.push(digits);
		},
		onElement: (...spot) => clicks.push(spot),
		...(initial && { initial }),
		...(digits !== undefined && { digits }),
	});
	return { selection, regions, clicks, expected };
}

it("waits with what was drawn when the system takes the pointer away", () => {
	const { selection, regions } = begin();
	selection.press(10, 20, "outside");
	selection.drag(110, 70);
	selection.cancel();
	expect(selection.waiting.value).toBe(true);
	selection.confirm();
	expect(regions).toEqual([{ x: 10, y: 20, width: 100, height: 50 }]);
});

it("is done when a drawn rectangle is released", () => {
	const { selection, regions } = begin();
	selection.press(10, 20, "outside");
	selection.drag(110, 70);
	selection.release(110, 70);
	expect(regions).toEqual([{ x: 10, y: 20, width: 100, height: 50 }]);
});

it("shows the element under the pointer and takes it by a click", () => {
	const { selection, regions, clicks } = begin();
	selection.drag(350, 310);
	expect(selection.hovered.value).toEqual(picture);
	selection.press(350, 310, "outside");
	selection.drag(351, 311);
	selection.release(351, 311);
	expect(regions).toEqual([]);
	expect(clicks).toEqual([[351, 311]]);
});

it("moves the rectangle that is being drawn while the space bar is held", () => {
	const { selection, regions } = begin();
	selection.press(10, 10, "outside");
	selection.drag(60, 60);
	selection.drag(160, 110, true);
	selection.drag(170, 110);
	selection.release(170, 110);
	expect(regions).toEqual([{ x: 110, y: 60, width: 60, height: 50 }]);
});

it("ignores a rectangle too small to hold a digit", () => {
	const { selection, regions } = begin();
	selection.press(10, 10, "outside");
	selection.drag(16, 11);
	selection.release(16, 11);
	expect(regions).toEqual([]);
	expect(selection.region.value).toBeNull();
});

it("can be done by keys alone", () => {
	const { selection, regions } = begin();
	selection.confirm();
	expect(regions).toEqual([]);
	selection.move(4, 0);
	expect(selection.region.value).toEqual({ x: 300, y: 200, width: 300, height: 200 });
	selection.move(4, 0);
	selection.resize(0, 40);
	selection.confirm();
	expect(regions).toEqual([{ x: 304, y: 200, width: 300, height: 240 }]);
});

it("lets a given rectangle be moved and resized before it is confirmed", () => {
	const { selection, regions } = begin({ x: 100, y: 100, width: 200, height: 100 });
	selection.press(150, 150, "inside");
	selection.drag(160, 140);
	selection.release(160, 140);
	selection.press(310, 190, { x: 1, y: 1 });
	selection.drag(320, 210);
	selection.release(320, 210);
	expect(regions).toEqual([]);
	selection.confirm();
	expect(regions).toEqual([{ x: 110, y: 90, width: 210, height: 120 }]);
});

it("tells how many digits are expected, where the person says a number that there may be", () => {
	const { selection, expected } = begin({ x: 10, y: 20, width: 100, height: 50 }, 8);
	expect(selection.expected.value).toBe("8");
	for (const text of ["8", " 6 ", "", "0", "41", "2.5", "-3", "many"]) {
		selection.expected.value = text;
		selection.confirm();
	}
	expect(expected).toEqual([8, 6, ...Array(6).fill(undefined)]);
});
