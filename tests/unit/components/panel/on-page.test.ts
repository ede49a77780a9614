import { expect, it } from "vitest";
import { withLabels } from "../../../../components/panel/on-page.ts";

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
