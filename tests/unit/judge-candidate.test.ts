import { describe, expect, it } from "vitest";
import type { BlobCandidate } from "../../lib/image/candidates.ts";
import { blobOf } from "../../lib/image/components.ts";
import { dismemberingCosts } from "../../lib/judge-candidate.ts";
import type { Refusal, Verdict } from "../../lib/models/verdict.ts";

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
	dismemberingCosts(candidates, [verdict(), verdict(), verdict(whole), verdict()]).map((cost) => cost > 0);

describe("dismemberingCosts", () => {
	it("keeps a letter whole", () => {
		expect(costs("not-a-digit")).toEqual([true, true, false, false]);
	});

	it("lets touching digits, and what a model without refusal sees, be cut", () => {
		expect(costs("several-digits")).toEqual([false, false, false, false]);
		expect(costs()).toEqual([false, false, false, false]);
	});
});
