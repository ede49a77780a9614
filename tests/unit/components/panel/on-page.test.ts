import { expect, it } from "vitest";
import { labelSide, withLabels } from "../../../../components/panel/on-page.ts";

const viewport = { width: 1000, height: 700 };

it("leaves room for labels above a picture and beside it, within the viewport", () => {
	const place = { x: 100, y: 200, width: 300, height: 150 };
	const area = withLabels(place, viewport);
	expect(area.y).toBeLessThan(180);
	expect(area.x + area.width).toBeGreaterThan(450);
	expect(withLabels({ x: -50, y: -20, width: 2000, height: 900 }, viewport)).toEqual({
		x: 0,
		y: 0,
		...viewport,
	});
});

it("is the same however many digits a picture has: a page may see it", () => {
	expect(withLabels.length).toBe(2);
});

it("puts a label on the side of a digit where the window has room for it", () => {
	const side = (x: number, y: number) => labelSide({ x, y, width: 20, height: 30 }, viewport);
	expect(side(400, 300)).toEqual({ isBelow: false, isToLeft: false });
	expect(side(400, 3)).toEqual({ isBelow: true, isToLeft: false });
	expect(side(970, 300)).toEqual({ isBelow: false, isToLeft: true });
});

it("leaves room for labels below and to the left of a picture in a corner", () => {
	const area = withLabels({ x: 800, y: 0, width: 200, height: 100 }, viewport);
	expect(area).toEqual({ x: 704, y: 0, width: 296, height: 128 });
});
