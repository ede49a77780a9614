import { expect, test } from "vitest";
import { bestPath } from "../../../lib/lines/best-path.ts";
import {
	cheapestStrings,
	pathOfLength,
	pathOfString,
	type StringCandidate,
} from "../../../lib/lines/string-paths.ts";
import { createRandom } from "../../../tools/random.ts";

const PIECES = 4;

/** Every range of pieces, cheap as two digits, as random as the seed. */
function someCandidates(seed: number): StringCandidate[] {
	const random = createRandom(seed);
	const candidates: StringCandidate[] = [];
	for (let from = 0; from < PIECES; from++) {
		for (let to = from + 1; to <= PIECES; to++) {
			const asDigit = Array.from({ length: 10 }, (_, digit) => (digit < 2 ? 5 * random() : 50));
			candidates.push({ from, to, asDigit, asNone: 6 * random() });
		}
	}
	return candidates;
}

/** The least cost of every string, by trying all ways. */
function byTrying(candidates: readonly StringCandidate[]): Map<string, number> {
	const least = new Map<string, number>();
	const go = (at: number, digits: string, cost: number): void => {
		if (at === PIECES) {
			least.set(digits, Math.min(cost, least.get(digits) ?? Number.POSITIVE_INFINITY));
			return;
		}
		for (const { from, to, asDigit, asNone } of candidates) {
			if (from !== at) continue;
			go(to, digits, cost + asNone);
			for (const digit of [0, 1]) go(to, digits + digit, cost + asDigit[digit]);
		}
	};
	go(0, "", 0);
	return least;
}

test("the cheapest strings are those of all, in their order", () => {
	for (const seed of [1, 2, 3]) {
		const candidates = someCandidates(seed);
		const inOrder = [...byTrying(candidates)].sort(([, a], [, b]) => a - b).map(([digits]) => digits);
		expect(cheapestStrings(PIECES, candidates, 8)).toEqual(inOrder.slice(0, 8));
	}
});

test("a string's path is the cheapest that reads it, and covers every piece", () => {
	const candidates = someCandidates(4);
	for (const [digits, cost] of byTrying(candidates)) {
		const path = pathOfString(PIECES, candidates, digits)!;
		expect(path.cost).toBeCloseTo(cost);
		expect(path.steps.filter(({ isDigit }) => isDigit)).toHaveLength(digits.length);
		let at = 0;
		for (const { candidate } of path.steps) {
			expect(candidates[candidate].from).toBe(at);
			at = candidates[candidate].to;
		}
		expect(at).toBe(PIECES);
	}
});

test("the cheapest string is that of the cheapest path", () => {
	const candidates = someCandidates(5);
	const costs = candidates.map(({ asDigit, asNone }) => Math.min(...asDigit, asNone));
	const total = bestPath(PIECES, candidates, costs).reduce((sum, i) => sum + costs[i], 0);
	const [best] = cheapestStrings(PIECES, candidates, 3);
	expect(pathOfString(PIECES, candidates, best)!.cost).toBeCloseTo(total);
});

test("more digits than pieces cannot be read", () => {
	expect(pathOfString(PIECES, someCandidates(6), "00000")).toBeNull();
	expect(pathOfString(0, [], "")).toEqual({ cost: 0, steps: [] });
});

test("the path with so many digits is the cheapest of all strings that have them", () => {
	for (const seed of [1, 2, 3]) {
		const candidates = someCandidates(seed);
		for (const length of [0, 1, 2, 4]) {
			const all = [...byTrying(candidates)].filter(([digits]) => digits.length === length);
			const path = pathOfLength(PIECES, candidates, length)!;
			expect(path.cost).toBeCloseTo(Math.min(...all.map(([, cost]) => cost)));
			expect(path.steps.filter(({ isDigit }) => isDigit)).toHaveLength(length);
		}
		expect(pathOfLength(PIECES, candidates, PIECES + 1)).toBeNull();
	}
});
