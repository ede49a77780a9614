import fc from "fast-check";
import { expect, test } from "vitest";
import { strokeDistance } from "../../../lib/ink/distance.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

test.each<[string, Stroke, Stroke, number]>([
	[
		"crossing",
		[
			[0, 0],
			[10, 10],
		],
		[
			[0, 10],
			[10, 0],
		],
		0,
	],
	[
		"side by side",
		[
			[0, 0],
			[0, 10],
		],
		[
			[3, 0],
			[3, 10],
		],
		3,
	],
	[
		"end to side",
		[
			[0, 0],
			[0, 10],
		],
		[
			[4, 5],
			[9, 5],
		],
		4,
	],
	["two dots", [[0, 0]], [[3, 4]], 5],
	[
		"a dot on a line",
		[[5, 0]],
		[
			[0, 0],
			[10, 0],
		],
		0,
	],
])("strokes %s", (_, a, b, distance) => {
	expect(strokeDistance(a, b)).toBeCloseTo(distance);
	expect(strokeDistance(b, a)).toBeCloseTo(distance);
});

test("is never more than the distance of any two of their points", () => {
	const strokes = fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(strokes, strokes, (a, b) => {
			const distance = strokeDistance(a, b);
			for (const [x, y] of a)
				for (const [z, w] of b) expect(distance).toBeLessThanOrEqual(Math.hypot(x - z, y - w) * (1 + 1e-9));
		}),
	);
});
