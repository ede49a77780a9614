import { describe, expect, it } from "vitest";
import {
	confusionMatrix,
	fullReportOn,
	meanOf,
	mistakesIn,
	proportion,
	reportOn,
	riskCoverage,
} from "../../../lib/evaluation/measures.ts";
import type { Verdict } from "../../../lib/models/verdict.ts";

const verdict = (digit: number, confidence: number, refusal?: Verdict["refusal"]): Verdict => ({
	probabilities: Float32Array.from({ length: 10 }, (_, i) =>
		i === digit ? confidence : (1 - confidence) / 9,
	),
	...(refusal && { refusal }),
});

const verdicts = [verdict(1, 0.9), verdict(2, 0.8), verdict(2, 0.95), verdict(3, 0.5, "unsure")];
const labels = [1, 2, 7, 3];

describe("the measures of a set", () => {
	it("count a refused digit as wrong", () => {
		expect(reportOn(verdicts, labels)).toMatchObject({
			count: 4,
			accuracy: { value: 0.5 },
			refused: { unsure: 1 },
		});
	});

	it("put truth in rows and answers in columns, refusals last", () => {
		const matrix = confusionMatrix(verdicts, labels);
		expect([matrix[1][1], matrix[2][2], matrix[7][2], matrix[3][10]]).toEqual([1, 1, 1, 1]);
		expect(matrix.flat().reduce((a, b) => a + b)).toBe(4);
	});

	it("give loss, precision, recall and calibration", () => {
		const { perClass, loss, calibration } = fullReportOn(verdicts, labels);
		expect(perClass[2]).toEqual({ precision: 0.5, recall: 1 });
		expect(perClass[7]).toEqual({ precision: 0, recall: 0 });
		const nats = -(Math.log(0.9) + Math.log(0.8) + Math.log(0.05 / 9) + Math.log(0.5)) / 4;
		expect(loss.value).toBeCloseTo(nats, 5);
		expect(calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(3);
	});

	it("list the confident mistakes, without what was refused", () => {
		expect(mistakesIn(verdicts, labels)).toEqual([
			{ index: 2, truth: 7, answer: 2, probability: expect.closeTo(0.95) },
		]);
	});
});

describe("intervals", () => {
	it("of a proportion are Wilson's", () => {
		const { value, interval } = proportion(9950, 10_000);
		expect(value).toBe(0.995);
		expect(interval[0]).toBeCloseTo(0.993414, 5);
		expect(interval[1]).toBeCloseTo(0.996205, 5);
	});

	it("of a proportion of 1 do not end in a point", () => {
		expect(proportion(100, 100).interval[0]).toBeCloseTo(0.963, 3);
	});

	it("of a mean shrink with the root of the count", () => {
		const width = (count: number) => {
			const { interval } = meanOf(Array.from({ length: count }, (_, i) => i % 2));
			return interval[1] - interval[0];
		};
		expect(width(100) / width(10_000)).toBeCloseTo(10, 1);
	});
});

it("of the surer answers fewer are wrong, and fewer are left", () => {
	const answers = [
		{ confidence: 0.99, right: true },
		{ confidence: 0.9, right: true },
		{ confidence: 0.9, right: false },
		{ confidence: 0, right: false },
	];
	expect(riskCoverage(answers, [0.99, 0.9, 0])).toEqual([
		{ confidence: 0.99, covered: 0.25, right: 1 },
		{ confidence: 0.9, covered: 0.75, right: 2 / 3 },
		{ confidence: 0, covered: 1, right: 0.5 },
	]);
	expect(riskCoverage(answers, [1])[0].right).toBeNaN();
});
