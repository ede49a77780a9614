import { describe, expect, it } from "vitest";
import { fitDecision } from "../../../../tools/training/decision.ts";

/** A row of 12 logits: `sure` for the digit, `extra` for "not a digit", 0 for all others. */
const row = (digit: number, sure: number, extra: number) =>
	Array.from({ length: 12 }, (_, i) => (i === digit ? sure : i === 10 ? extra : 0));

const rows = (...list: [digit: number, sure: number, extra: number][]) => ({
	logits: Float32Array.from(list.flatMap((entry) => row(...entry))),
	labels: list.map(([digit]) => digit),
});

/** 98 sure digits and two that look like none. */
const hundred = rows(
	...Array.from({ length: 98 }, (_, i): [number, number, number] => [i % 10, 8, 0]),
	[1, 6, 5.5],
	[2, 6, 7],
);

describe("fitDecision", () => {
	it("refuses only blank glyphs without digits to fit the refusal on", () => {
		const { refuseAbove, unsureBelow } = fitDecision(hundred, []);
		expect([refuseAbove, unsureBelow]).toEqual([1, 0]);
	});

	it("keeps to the budget: no digit refused for none, one or two for more", () => {
		const refusedAt = (budget: number) => {
			const { temperature, refuseAbove } = fitDecision(hundred, [{ ...hundred, budget }]);
			return [1, 2].filter((digit, i) => {
				const logits = row(digit, 6, i === 0 ? 5.5 : 7).map((logit) => Math.exp(logit / temperature));
				return logits[10] + logits[11] > refuseAbove * logits.reduce((a, b) => a + b);
			}).length;
		};
		expect(refusedAt(0)).toBe(0);
		expect(refusedAt(0.03)).toBe(1);
		expect(refusedAt(0.05)).toBe(2);
	});

	it("is as lenient as the set that needs it most", () => {
		const sure = rows(...Array.from({ length: 50 }, (_, i): [number, number, number] => [i % 10, 8, 0]));
		const strict = fitDecision(hundred, [{ ...sure, budget: 0 }]);
		const both = fitDecision(hundred, [
			{ ...sure, budget: 0 },
			{ ...hundred, budget: 0 },
		]);
		expect(both.refuseAbove).toBeGreaterThan(strict.refuseAbove);
		expect(both.unsureBelow).toBeLessThan(strict.unsureBelow);
	});
});
