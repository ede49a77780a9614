import { describe, expect, it } from "vitest";
import type { BlobCandidate } from "../../../../lib/image/candidates.ts";
import { blobOf } from "../../../../lib/image/components.ts";
import type { Refusal, Verdict } from "../../../../lib/models/verdict.ts";
import {
	costOfCandidate,
	dismemberingCosts,
	isSureDigit,
} from "../../../../lib/reading/picture/candidate-cost.ts";

const blob = blobOf([[0, 0, 9]]);
const verdict = (refusal?: Refusal): Verdict => ({
	probabilities: new Float32Array(10).fill(0.1),
	...(refusal && { refusal }),
});

/** Two parts of one connected blob, the whole of it, and a blob of its own beside it. */
const candidates: readonly BlobCandidate[] = [
	{ from: 0, to: 1, blob, cost: 0, cutsThrough: [0] },
	{ from: 1, to: 2, blob, cost: 0, cutsThrough: [0] },
	{ from: 0, to: 2, blob, cost: 0, cutsThrough: [], wholeOf: 0 },
	{ from: 2, to: 3, blob, cost: 0, cutsThrough: [] },
];
const costs = (whole?: Refusal) =>
	dismemberingCosts(
		candidates.map((candidate) => ({
			...candidate,
			verdict: verdict(candidate.wholeOf === undefined ? undefined : whole),
		})),
	).map((cost) => cost > 0);

const says = (best: number, refusal?: Refusal): Verdict => {
	const probabilities = new Float32Array(10);
	probabilities[0] = best;
	return { probabilities, ...(refusal && { refusal }) };
};

describe("dismemberingCosts", () => {
	it("keeps a letter whole", () => {
		expect(costs("not-a-digit")).toEqual([true, true, false, false]);
	});

	it("lets touching digits, and what a model without refusal sees, be cut", () => {
		expect(costs("several-digits")).toEqual([false, false, false, false]);
		expect(costs()).toEqual([false, false, false, false]);
	});
});

describe("a blob", () => {
	const scale = { height: 40, stroke: 4 };
	const sized = (width: number) => blobOf(Array.from({ length: 40 }, (_, y) => [y, 0, width] as const));

	it("that is surely one digit need not be taken apart", () => {
		expect(isSureDigit(sized(30), says(0.99), scale)).toBe(true);
	});

	it("that is refused, unlikely or very wide may be several digits", () => {
		expect(isSureDigit(sized(30), says(0.99, "unsure"), scale)).toBe(false);
		expect(isSureDigit(sized(30), says(0.5), scale)).toBe(false);
		expect(isSureDigit(sized(80), says(0.99), scale)).toBe(false);
	});

	it("that is flat and below the digits is an underline, and no minus", () => {
		const flat = blobOf(Array.from({ length: 4 }, (_, y) => [y, 0, 90] as const));
		const minus: Verdict = { ...says(0.01, "not-a-digit"), sign: { is: "-", probability: 0.95 } };
		const candidate = { blob: flat, cost: 0, cutsThrough: [] };
		expect(costOfCandidate(candidate, minus, scale, 0).isSign).toBe(true);
		const below = costOfCandidate(candidate, minus, scale, 0.7);
		expect(below).toMatchObject({ isSign: false, isDigit: false, isSmall: true });
		expect(below.cost).toBeLessThan(1);
	});

	it("that is no digit costs the more the more digits its width could hold", () => {
		const cost = (width: number) =>
			costOfCandidate({ blob: sized(width), cost: 0, cutsThrough: [] }, says(0, "several-digits"), scale)
				.cost;
		expect(cost(100)).toBeGreaterThan(2 * cost(30));
	});

	it("that its neighbours share is left out at little cost and not held against the line", () => {
		const stroke = { blob: sized(8), cost: 0, cutsThrough: [0], isJunction: true } as const;
		const { cost, isDigit, isSmall } = costOfCandidate(stroke, says(0.01, "not-a-digit"), scale);
		expect([isDigit, isSmall]).toEqual([false, true]);
		expect(cost).toBeLessThan(costOfCandidate({ ...stroke, isJunction: undefined }, says(0.01), scale).cost);
	});

	describe("half as high as the line and narrow", () => {
		const mark = {
			blob: blobOf(Array.from({ length: 18 }, (_, y) => [y, 0, 8] as const)),
			cost: 0,
			cutsThrough: [],
		};

		it("is a comma below the middle of the line, though it looks like a 1", () => {
			const { isDigit, isSmall } = costOfCandidate(mark, says(0.5), scale, 0.4);
			expect([isDigit, isSmall]).toEqual([false, true]);
		});

		it("may be a small digit at its middle", () => {
			expect(costOfCandidate(mark, says(0.9), scale, 0).isDigit).toBe(true);
		});
	});

	it("costs more the further it is off the line", () => {
		const cost = (offset: number) =>
			costOfCandidate({ blob: sized(30), cost: 0, cutsThrough: [] }, says(0.9), scale, offset).cost;
		expect(cost(0.2)).toBe(cost(0));
		expect(cost(-0.7)).toBeGreaterThan(cost(0.5));
		expect(cost(0.5)).toBeGreaterThan(cost(0.2));
	});
});

it("small pieces are left out cheaply, large ones dearly, and digits of the line's height cost least", () => {
	const candidate = (width: number, height: number) => ({
		blob: blobOf(Array.from({ length: height }, (_, y) => [y, 0, width] as const)),
		cost: 0,
		from: 0,
		to: 1,
		cutsThrough: [],
	});
	const scale = { height: 40, stroke: 4 };
	const dot = costOfCandidate(candidate(6, 6), says(0.5), scale);
	const digit = costOfCandidate(candidate(25, 40), says(0.95), scale);
	const letter = costOfCandidate(candidate(25, 40), says(0.00001), scale);
	expect([dot.isDigit, dot.isSmall]).toEqual([false, true]);
	expect([digit.isDigit, digit.isSmall]).toEqual([true, false]);
	expect(digit.cost).toBeLessThan(letter.cost);
	expect(dot.cost).toBeLessThan(letter.cost);
	expect(digit.cost).toBeLessThan(costOfCandidate(candidate(15, 24), says(0.95), scale).cost);
});
