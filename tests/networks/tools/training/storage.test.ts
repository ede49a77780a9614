import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { PLAIN_DECISION } from "../../../../lib/models/judging.ts";
import { dense, flatten } from "../../../../lib/models/layers.ts";
import { lossOf } from "../../../../tools/training/objective.ts";
import { storeModel } from "../../../../tools/training/storage.ts";

const SIZE = 784;
const network = { id: "votes", layers: [flatten(), dense(10, "softmax")] };

/** Pixel n votes for digit n; one kernel value of `outlier` makes eight bits too coarse for the votes. */
function model(outlier: number) {
	const kernel = new Float32Array(SIZE * 10);
	for (let digit = 0; digit < 10; digit++) kernel[digit * 10 + digit] = 1;
	kernel[kernel.length - 1] = outlier;
	const weights = new Map([
		["dense/kernel", kernel],
		["dense/bias", new Float32Array(10)],
	]);
	return { network, weights, decision: PLAIN_DECISION };
}

const validation = {
	width: 28,
	height: 28,
	pixels: Uint8Array.from({ length: 10 * SIZE }, (_, i) => (i % SIZE === Math.floor(i / SIZE) ? 255 : 0)),
	labels: Uint8Array.from({ length: 10 }, (_, digit) => digit),
};

describe("storeModel", () => {
	beforeAll(() => startBackend());

	it("stores as coarsely as asked where that loses nothing", () => {
		const { precision, accuracyLost, bin } = storeModel(model(1), "uint8", validation, 1, lossOf({}));
		expect([precision, accuracyLost]).toEqual(["uint8", 0]);
		expect(bin.length).toBe(SIZE * 10 + 10 * 4);
	});

	it("takes a finer way where the coarse one loses digits", () => {
		const { precision, accuracyLost } = storeModel(model(10_000), "uint8", validation, 1, lossOf({}));
		expect([precision, accuracyLost]).toEqual(["float16", 0]);
	});

	it("lets the coarse way lose one digit, not two", () => {
		const { labels } = validation;
		const losing = (wrong: Uint8Array) =>
			storeModel(model(1), "uint8", { ...validation, labels: wrong }, 1, lossOf({})).precision;
		expect(losing(labels.with(0, 1))).toBe("uint8");
		expect(losing(labels.with(0, 1).with(2, 1))).toBe("float32");
	});
});
