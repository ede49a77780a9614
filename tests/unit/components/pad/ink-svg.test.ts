import { expect, test } from "vitest";
import { inkSvg } from "../../../../components/pad/ink-svg.ts";

const PEN = { penWidth: 8, pressure: true };

test("ink becomes paths within the paper, as wide as the pen", () => {
	const svg = inkSvg(
		[
			[
				[10, 20],
				[30, 60],
				[50, 20],
			],
		],
		PEN,
	);
	expect(svg).toContain('viewBox="-10 0 80 80"');
	expect(svg).toContain('<path stroke-width="8" d="M10 20Q10 20 20 40Q30 60 40 40L50.01 20"/>');
});

test("pressure makes more than one width, a dot one path, and no ink an empty sheet", () => {
	const widths = (svg: string) =>
		[...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width));
	const pressed = inkSvg(
		[
			[
				[0, 0, 0.2],
				[9, 9, 0.9],
			],
		],
		PEN,
	);
	expect(widths(pressed)).toEqual([5.6, 11.2]);
	expect(widths(inkSvg([[[5, 5]]], PEN))).toEqual([8]);
	expect(widths(inkSvg([], PEN))).toEqual([]);
});
