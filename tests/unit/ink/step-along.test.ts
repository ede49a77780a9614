import { expect, test } from "vitest";
import { stepAlong } from "../../../lib/ink/step-along.ts";

test("a straight stroke is stepped along evenly, its end kept where half a step is left", () => {
	const steps = (length: number) =>
		stepAlong(
			[
				[0, 0],
				[length, 0],
			],
			2,
		).map(([x]) => x);
	expect(steps(6)).toEqual([0, 2, 4, 6]);
	expect(steps(7)).toEqual([0, 2, 4, 6, 7]);
	expect(steps(6.5)).toEqual([0, 2, 4, 6]);
});

test("a step across a corner is as long as the crow flies", () => {
	const [, second] = stepAlong(
		[
			[0, 0],
			[3, 0],
			[3, 9],
		],
		5,
	);
	expect(second).toEqual([3, 4]);
});

test("a pen that lingers or trembles less than a step goes nowhere", () => {
	const trembling = Array.from(
		{ length: 40 },
		(_, i) => [0.3 * Math.sin(9 * i), 0.3 * Math.cos(5 * i)] as const,
	);
	expect(stepAlong(trembling, 2)).toHaveLength(1);
	expect(stepAlong([[5, 5]], 2)).toEqual([[5, 5]]);
});
