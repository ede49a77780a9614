import { expect, test } from "vitest";
import { SIGN_CLASSES, type Sign } from "../../../lib/models/signs.ts";
import type { Refusal, Verdict } from "../../../lib/models/verdict.ts";
import { signCost } from "../../../lib/reading/sign-cost.ts";
import { weighSigns } from "../../../lib/reading/sign-evidence.ts";

const verdict = (four: number, refusal?: Refusal): Verdict => {
	const probabilities = new Float32Array(10);
	probabilities[4] = four;
	return { probabilities, ...(refusal && { refusal }) };
};
const classes = (of: Partial<Record<(typeof SIGN_CLASSES)[number], number>>) =>
	Float32Array.from(SIGN_CLASSES, (name) => of[name] ?? 0);
const PLUS = classes({ "+": 0.99, digit: 0.005, other: 0.005 });

test("what the digit model doubts and the sign model names is that sign", () => {
	const { probabilities, sign, refusal } = weighSigns(verdict(0.15, "not-a-digit"), PLUS);
	expect(sign).toMatchObject({ is: "+" });
	expect(sign!.probability).toBeGreaterThan(0.7);
	expect(probabilities[4]).toBeLessThan(0.15);
	expect(refusal).toBe("not-a-digit");
});

test("a sure digit stays the likelier, and no sign never makes more of a digit", () => {
	const sure = weighSigns(verdict(0.99), classes({ "+": 0.6, digit: 0.4 }));
	expect(sure.probabilities[4]).toBeGreaterThan(sure.sign!.probability);
	const letter = weighSigns(verdict(0.2, "not-a-digit"), classes({ digit: 0.98, other: 0.02 }));
	expect(letter.probabilities[4]).toBeCloseTo(0.2);
	expect(letter.refusal).toBe("not-a-digit");
});

test("signs cost by their probability and form, what is improbable is none", () => {
	const cost = (is: Sign, probability: number, width: number, height: number) =>
		signCost({ is, probability }, { width, height });
	expect(cost("+", 0.9, 0.6, 0.6)).toBeLessThan(cost("+", 0.5, 0.6, 0.6));
	expect(cost("+", 0.9, 0.6, 0.6)).toBeLessThan(cost("+", 0.9, 0.6, 3));
	expect(cost("-", 0.9, 0.5, 0.1)).toBeLessThan(cost("-", 0.9, 0.1, 0.9));
	expect(cost("+", 0.1, 0.6, 0.6)).toBe(Number.POSITIVE_INFINITY);
});
