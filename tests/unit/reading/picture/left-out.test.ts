import { expect, it } from "vitest";
import type { Refusal, Verdict } from "../../../../lib/models/verdict.ts";
import { besideLeftOut } from "../../../../lib/reading/picture/left-out.ts";

const HEIGHT = 20;

function looking(digit: number, probability: number, refusal?: Refusal): Verdict {
	const probabilities = new Float32Array(10);
	probabilities[digit] = probability;
	return { probabilities, ...(refusal && { refusal }) };
}

const sure = { verdict: looking(2, 1), height: HEIGHT, shown: 1 };
const confidences = (verdicts: readonly Verdict[]) =>
	verdicts.map(({ probabilities }) => Math.max(...probabilities));

it("is less sure of the digits beside what may be a digit that was left out, and of no others", () => {
	const out = { verdict: looking(9, 0.25, "not-a-digit"), height: HEIGHT, shown: 0 };
	expect(confidences(besideLeftOut([sure, sure, out, sure], HEIGHT))).toEqual([1, 0.75, 0.25, 0.75]);
});

it("is as sure as before beside points, signs and letters", () => {
	const point = { verdict: looking(1, 0.25, "not-a-digit"), height: 0.2 * HEIGHT, shown: 0 };
	const plus = {
		verdict: { ...looking(1, 0.25, "not-a-digit"), sign: { is: "+", probability: 0.9 } as const },
		height: HEIGHT,
		shown: 0,
	};
	const letter = { verdict: looking(4, 0, "not-a-digit"), height: HEIGHT, shown: 0 };
	for (const beside of [point, plus, letter])
		expect(confidences(besideLeftOut([sure, beside, sure], HEIGHT)).filter((_, k) => k !== 1)).toEqual([
			1, 1,
		]);
});

it("is half as sure beside what strings take for a digit and its ink for none", () => {
	const out = { verdict: looking(5, 0.01, "not-a-digit"), height: HEIGHT, shown: 1 };
	expect(confidences(besideLeftOut([out, sure, sure], HEIGHT)).slice(1)).toEqual([0.5, 1]);
});

it("looks past specks and points to what stands beside a digit", () => {
	const speck = { verdict: looking(1, 0.25, "not-a-digit"), height: 0.1 * HEIGHT, shown: 0 };
	const out = { verdict: looking(9, 0.25, "not-a-digit"), height: HEIGHT, shown: 0 };
	expect(confidences(besideLeftOut([out, speck, sure, sure], HEIGHT)).slice(2)).toEqual([0.75, 1]);
});
