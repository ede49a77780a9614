import { describe, expect, it } from "vitest";
import { judge, PLAIN_DECISION } from "../../../lib/models/judging.ts";

const ink = new Float32Array(784).fill(0.5);
const logits = (peaks: Record<number, number>, count = 10) =>
	Float32Array.from({ length: count }, (_, i) => peaks[i] ?? 0);

describe("a model with ten outputs", () => {
	it("gives the digits' probabilities", () => {
		const { probabilities, refusal } = judge(ink, logits({ 3: 8 }), PLAIN_DECISION);
		expect(probabilities).toHaveLength(10);
		expect(probabilities[3]).toBeGreaterThan(0.99);
		expect(refusal).toBeUndefined();
	});

	it("refuses a blank glyph and nothing else", () => {
		expect(judge(new Float32Array(784), logits({ 3: 8 }), PLAIN_DECISION).refusal).toBe("blank");
		expect(judge(ink, logits({}), PLAIN_DECISION)).not.toHaveProperty("refusal");
	});

	it("is as sure as its temperature says", () => {
		const sure = judge(ink, logits({ 3: 8 }), PLAIN_DECISION).probabilities[3];
		const unsure = judge(ink, logits({ 3: 8 }), { ...PLAIN_DECISION, temperature: 4 }).probabilities[3];
		expect(unsure).toBeLessThan(sure);
	});
});

describe("a model with extra classes", () => {
	const decision = { temperature: 1, refuseAbove: 0.5, unsureBelow: 0.45 };

	it.each([
		[{ 10: 9 }, "not-a-digit"],
		[{ 11: 9 }, "several-digits"],
		[{ 10: 9, 11: 9.5 }, "several-digits"],
		[{ 1: 3, 7: 3 }, "unsure"],
		[{ 7: 9 }, undefined],
	])("logits %o: %s", (peaks, refusal) => {
		expect(judge(ink, logits(peaks, 12), decision).refusal).toBe(refusal);
	});

	it("leaves the digits the probability that it is one", () => {
		const { probabilities } = judge(ink, logits({ 7: 5, 10: 5 }, 12), decision);
		expect(probabilities.reduce((a, b) => a + b)).toBeLessThan(0.55);
	});
});
