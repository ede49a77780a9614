import { afterAll, describe, expect, it } from "vitest";
import type { SampleSource } from "../../../../tools/training/source.ts";
import { openWorkerSource } from "../../../../tools/training/sources/worker-source.ts";

/** 25 samples an epoch; the class tells the epoch, the first pixel the position. */
const countingSampler = `data:text/javascript,
	export const createSampler = async ({ offset }, seed) => ({
		samplesPerEpoch: 25,
		pixelsPerSample: 10,
		labelsPerSample: 2,
		sample(epoch, position, pixels, labels) {
			if (position === offset) throw new Error("sampler broke");
			pixels[0] = position + seed;
			labels.fill(epoch);
		},
	});`;

const opened: SampleSource[] = [];
async function open(offset = -1) {
	const source = await openWorkerSource(countingSampler, { offset }, { batchSize: 4, seed: 100 });
	opened.push(source);
	return source;
}
afterAll(() => Promise.all(opened.map((source) => source.close())));

describe("a source in a worker thread", () => {
	it("gives every sample once, in order, the last batch short", async () => {
		const source = await open();
		const firstPixels: number[] = [];
		const counts: number[] = [];
		for await (const { inputs, labels, count } of source.epoch(3)) {
			counts.push(count);
			for (let i = 0; i < count; i++) firstPixels.push(inputs[i * 10]);
			expect([...labels]).toEqual(Array(2 * count).fill(3));
		}
		expect(source.samplesPerEpoch).toBe(25);
		expect(counts).toEqual([4, 4, 4, 4, 4, 4, 1]);
		expect(firstPixels).toEqual(Array.from({ length: 25 }, (_, i) => i + 100));
	});

	it("starts a new epoch clean after one that was left early", async () => {
		const source = await open();
		for await (const batch of source.epoch(0)) {
			expect(batch.labels[0]).toBe(0);
			break;
		}
		for await (const { labels } of source.epoch(1)) expect([...new Set(labels)]).toEqual([1]);
	});

	it("fails when the worker fails", async () => {
		const source = await open(9);
		await expect(async () => {
			for await (const batch of source.epoch(0)) expect(batch.count).toBe(4);
		}).rejects.toThrow("sampler broke");
	});
});
