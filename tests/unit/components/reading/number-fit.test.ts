import fc from "fast-check";
import { expect, test } from "vitest";
import { fitNumber } from "../../../../components/reading/number-fit.ts";

test("a short number has the largest size, a long one a smaller one, down to what can be read", () => {
	expect(fitNumber(["157"], 288, 56)).toBe(46);
	expect(fitNumber(["1".repeat(12)], 288, 56)).toBe(35);
	expect(fitNumber(["1".repeat(60)], 288, 56)).toBe(20);
	expect(fitNumber(["1", "2"], 288, 56)).toBe(24);
});

test("more digits never make it larger", () => {
	fc.assert(
		fc.property(fc.nat(40), fc.nat(5), (digits, lines) => {
			const number = (extra: number) => Array<string>(lines + 1).fill("8".repeat(digits + extra));
			expect(fitNumber(number(1), 288, 56)).toBeLessThanOrEqual(fitNumber(number(0), 288, 56));
		}),
	);
});
