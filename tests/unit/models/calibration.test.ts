import { describe, expect, it } from "vitest";
import {
	crossEntropy,
	expectedCalibrationError,
	fitTemperature,
	reliabilityBins,
	softmax,
} from "../../../lib/models/calibration.ts";
import { createRandom } from "../../../tools/random.ts";

it("softmax sums to 1, also for large logits", () => {
	const probabilities = softmax(Float32Array.of(1000, 1001, 999));
	expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
	expect(probabilities[1]).toBeCloseTo(0.6652, 4);
});

it("cross-entropy is the mean negative log-probability", () => {
	expect(crossEntropy(Float32Array.of(0, 0, 0, Math.log(3)), [0, 1])).toBeCloseTo(
		(Math.log(2) - Math.log(0.75)) / 2,
		6,
	);
});

describe("reliability", () => {
	const answers = [
		...Array.from({ length: 10 }, (_, i) => ({ confidence: 0.95, right: i < 9 })),
		...Array.from({ length: 10 }, (_, i) => ({ confidence: 0.55, right: i < 4 })),
	];

	it("puts each answer in its bin", () => {
		const bins = reliabilityBins(answers, 10);
		expect(bins[9]).toMatchObject({ from: 0.9, to: 1, count: 10, accuracy: 0.9 });
		expect(bins[5]).toMatchObject({ count: 10, accuracy: 0.4 });
		expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(20);
	});

	it("takes a confidence of 1 into the last bin", () => {
		expect(reliabilityBins([{ confidence: 1, right: true }], 10)[9].count).toBe(1);
	});

	it("has as expected error the mean gap", () => {
		expect(expectedCalibrationError(reliabilityBins(answers, 10))).toBeCloseTo((0.05 + 0.15) / 2, 6);
	});
});

it("finds the temperature by which logits were made too sharp", () => {
	const random = createRandom(1);
	const classes = 4;
	const logits: number[] = [];
	const labels: number[] = [];
	for (let i = 0; i < 4000; i++) {
		const row = Float32Array.from({ length: classes }, () => 3 * random());
		const threshold = random();
		let sum = 0;
		const cumulative = Array.from(softmax(row), (p) => {
			sum += p;
			return sum;
		});
		labels.push(
			Math.max(
				0,
				cumulative.findIndex((share) => share > threshold),
			),
		);
		logits.push(...row.map((value) => value * 2.5));
	}
	expect(fitTemperature(Float32Array.from(logits), labels)).toBeGreaterThan(2.2);
	expect(fitTemperature(Float32Array.from(logits), labels)).toBeLessThan(2.8);
});
