import { describe, expect, it } from "vitest";
import { cutLine } from "../../../../lib/image/candidates.ts";
import { blobOf } from "../../../../lib/image/components.ts";
import { NOTHING, OTHER } from "../../../../lib/models/line-strip.ts";
import {
	digitsBetween,
	joinedBlobs,
	type LineEvidence,
	pool,
	showsSeveral,
} from "../../../../lib/reading/picture/line-evidence.ts";

/** Evidence of frames 4 px apart, each of which shows these classes with these probabilities. */
function evidence(frames: readonly Readonly<Record<number, number>>[]): LineEvidence {
	const probabilities = new Float32Array(frames.length * 12);
	for (const [frame, classes] of frames.entries()) {
		for (const [shown, p] of Object.entries(classes)) probabilities[frame * 12 + Number(shown)] = p;
	}
	return { frames: Float32Array.from(frames, (_, frame) => 4 * frame), probabilities };
}

describe("what a stretch of a line shows", () => {
	it("is the digit of one run of frames, nothing before and after it", () => {
		const seen = evidence([
			{ [NOTHING]: 1 },
			{ 7: 1 },
			{ 7: 1 },
			{ [NOTHING]: 1 },
			{ 3: 1 },
			{ [NOTHING]: 1 },
		]);
		expect(digitsBetween(seen, -1, 14)[7]).toBe(1);
		expect(digitsBetween(seen, 14, 30)[3]).toBe(1);
		const both = digitsBetween(seen, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
		expect(Math.max(...both)).toBe(0);
	});

	it("is the sum over all ways to show one digit, as counting them one by one gives", () => {
		const frames = [0.2, 0.7, 0.5].map((p) => ({ 4: p, [NOTHING]: 0.9 - p, 1: 0.1 }));
		let sum = 0;
		for (const shown of ["4nn", "44n", "444", "n4n", "n44", "nn4"])
			sum += [...shown].reduce((p, what, i) => p * frames[i][what === "4" ? 4 : NOTHING], 1);
		expect(digitsBetween(evidence(frames), -1, 99)[4]).toBeCloseTo(sum, 6);
	});

	it("is that of the next frame where a stretch is too narrow to hold one", () => {
		const seen = evidence([{ [NOTHING]: 1 }, { 1: 1 }, { [NOTHING]: 1 }]);
		expect(digitsBetween(seen, 1, 3)[1]).toBe(1);
		expect(digitsBetween(seen, 50, 60)[1]).toBe(0);
	});
});

it("a stretch shows several where the best of its frames do, among other digits", () => {
	const frames: Readonly<Record<number, number>>[] = [
		{ 7: 1 },
		{ [NOTHING]: 1 },
		{ 7: 1 },
		{ 3: 1 },
		{ 8: 1 },
	];
	expect(showsSeveral(evidence(frames), -1, 9)).toBe(true);
	expect(showsSeveral(evidence(frames), 7, 13)).toBe(true);
	expect(showsSeveral(evidence(frames), -1, 5)).toBe(false);
	expect(showsSeveral(evidence(frames), -1, 17)).toBe(false);
	expect(showsSeveral(evidence(frames.with(0, { [OTHER]: 1 })), 7, 13)).toBe(false);
});

it("a blob was joined by mistake where it is wide enough for two digits and shows several", () => {
	const bar = (from: number, to: number) =>
		blobOf(Array.from({ length: 20 }, (_, y) => [y, from, to] as const));
	const blobs = [bar(0, 4), bar(8, 24), bar(28, 32)];
	const line = cutLine(blobs, { height: 20, stroke: 4 }, () => false, 0);
	const shows = (second: number, third: number) =>
		evidence([
			{ 1: 1 },
			{ [NOTHING]: 1 },
			{ 6: 1 },
			{ [NOTHING]: 1 },
			{ [second]: 1 },
			{ [NOTHING]: 1 },
			{ [NOTHING]: 1 },
			{ [third]: 1 },
		]);
	expect(joinedBlobs(shows(1, 4), line)).toEqual([1]);
	expect(joinedBlobs(shows(NOTHING, 4), line)).toEqual([]);
	expect(joinedBlobs(shows(1, OTHER), line)).toEqual([]);
	expect(joinedBlobs(null, line)).toEqual([]);
});

describe("two opinions of one glyph", () => {
	const of = (digit: number, p: number) => Float32Array.from({ length: 10 }, (_, d) => (d === digit ? p : 0));
	const lineOf = (digit: number, p: number) => Float64Array.from(of(digit, p));

	it("agree on a digit that neither rules out", () => {
		const glyph = Float32Array.of(0, 0, 0.3, 0, 0, 0, 0, 0.65, 0, 0.05);
		const line = Float64Array.of(0, 0, 0.9, 0, 0, 0, 0, 0.02, 0, 0);
		const { probabilities } = pool({ probabilities: glyph }, line);
		expect(probabilities.indexOf(Math.max(...probabilities))).toBe(2);
		expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1);
	});

	it("are sure only together", () => {
		expect(pool({ probabilities: of(5, 0.99) }, lineOf(5, 0.99)).probabilities[5]).toBeGreaterThan(0.95);
		expect(pool({ probabilities: of(5, 0.99) }, lineOf(6, 0.99)).probabilities[5]).toBeLessThan(0.6);
	});

	it("lift a refusal when the line shows a digit, and keep it when it shows none", () => {
		const refused = { probabilities: of(2, 0.2), refusal: "not-a-digit" } as const;
		expect(pool(refused, lineOf(2, 0.99)).refusal).toBeUndefined();
		expect(pool(refused, lineOf(2, 0.01)).refusal).toBe("not-a-digit");
	});
});
