import fc from "fast-check";
import { expect, test } from "vitest";
import { linearScale, niceTicks } from "../../../../components/lab/scale.ts";

test("ticks are round numbers", () => {
	expect(niceTicks(0.02, 0.61, 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
	expect(niceTicks(0.91, 0.999, 4)).toEqual([0.9, 0.95, 1]);
	expect(niceTicks(1, 20, 6)).toEqual([0, 5, 10, 15, 20]);
});

test("ticks enclose every value, rise evenly and stay few", () => {
	const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
	fc.assert(
		fc.property(number, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, span) => {
			const ticks = niceTicks(low, low + span, 5);
			const slack = span * 1e-6;
			expect(ticks[0]).toBeLessThanOrEqual(low + slack);
			expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - slack);
			expect(ticks.length).toBeLessThanOrEqual(8);
			const steps = ticks.slice(1).map((tick, i) => tick - ticks[i]);
			for (const step of steps) expect(step / steps[0]).toBeCloseTo(1, 3);
		}),
	);
});

test("one value alone still gets an axis", () => {
	expect(niceTicks(0.5, 0.5, 4).length).toBeGreaterThan(1);
	expect(linearScale([1, 1], [0, 100])(1)).toBe(50);
});

test("a scale maps ends to ends, downwards too", () => {
	const y = linearScale([0, 10], [200, 0]);
	expect([y(0), y(5), y(10)]).toEqual([200, 100, 0]);
});
