import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { registerSimdKernels } from "../../../../lib/models/simd/register.ts";
import { readCheckpoint } from "../../../../tools/training/checkpoint.ts";
import { initialWeights } from "../../../../tools/training/initialisers.ts";
import { adam } from "../../../../tools/training/optimizers.ts";
import { Progress } from "../../../../tools/training/progress.ts";
import type { Recipe } from "../../../../tools/training/recipe.ts";
import { compileSimdModule } from "../../../../tools/training/simd-module.ts";
import { Trainer } from "../../../../tools/training/trainer.ts";
import { tinyNetwork, waves } from "../../models/tiny.ts";

const SAMPLES = 40;
const BATCH = 8;

/** A recipe whose source stops the training after `batches` batches, as if it were killed. */
function recipeThatLasts(batches: number): Recipe {
	const { glyphs, labels } = waves(SAMPLES);
	let left = batches;
	return {
		network: tinyNetwork,
		description: "",
		trainedOn: [],
		source: async () => ({
			samplesPerEpoch: SAMPLES,
			async *epoch(index) {
				for (let at = 0; at < SAMPLES; at += BATCH) {
					if (left-- <= 0) throw new Error("killed");
					// Every epoch sees other glyphs, so that a wrong epoch cannot go unseen.
					const some = glyphs.slice(at * 784, (at + BATCH) * 784).map((ink) => ink / (index + 1));
					yield { inputs: some, labels: labels.slice(at, at + BATCH), count: BATCH };
				}
			},
			close: async () => {},
		}),
		validation: async () => ({
			width: 28,
			height: 28,
			pixels: Uint8Array.from(glyphs, (ink) => 255 * ink),
			labels,
		}),
		initialiser: "glorot-uniform",
		optimizer: adam(0.01),
		learningRate: 0.01,
		schedule: { kind: "cosine", warmup: 1 },
		batchSize: BATCH,
		epochs: 3,
		labelSmoothing: 0.1,
		averaging: 0.9,
		keep: "best",
		coarsestPrecision: "float32",
	};
}

let folder: string;
beforeAll(async () => {
	await startBackend();
	registerSimdKernels(await compileSimdModule());
	folder = await mkdtemp(path.join(tmpdir(), "trainer-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface TrainOptions {
	batches?: number;
	resume?: boolean;
	seed?: number;
	epochs?: number;
	keep?: Recipe["keep"];
}

function train(name: string, options: TrainOptions = {}) {
	const { batches = 1000, resume = false, seed = 1, epochs = 3, keep = "best" } = options;
	return new Trainer({
		recipe: { ...recipeThatLasts(batches), keep },
		epochs,
		seed,
		start: initialWeights(tinyNetwork, "glorot-uniform", seed),
		checkpoint: path.join(folder, name),
		resume,
		progress: new Progress(new PassThrough() as unknown as NodeJS.WriteStream),
		checkpointEvery: -1,
	}).run();
}

const withoutTimes = ({ history, ...rest }: Awaited<ReturnType<typeof train>>) => ({
	...rest,
	history: history.map(({ seconds: _seconds, ...record }) => record),
});

describe("a training", () => {
	it("is the same again with the same seed, and another one with another", async () => {
		const first = await train("first");
		expect(withoutTimes(await train("second"))).toEqual(withoutTimes(first));
		expect((await train("third", { seed: 2 })).history[0].training).not.toEqual(first.history[0].training);
	});

	it.each([3, 5, 12])("killed after %i batches and resumed ends the same to the bit", async (batches) => {
		const whole = await train("whole");
		const name = `killed-${batches}`;
		await expect(train(name, { batches })).rejects.toThrow("killed");
		expect(withoutTimes(await train(name, { resume: true }))).toEqual(withoutTimes(whole));
	});

	it("learns, and keeps the epoch that validates best", async () => {
		const { history, bestEpoch } = await train("learning");
		expect(history.at(-1)!.training.loss).toBeLessThan(history[0].training.loss);
		const best = Math.max(...history.map(({ validation }) => validation.accuracy));
		expect(history[bestEpoch - 1].validation.accuracy).toBe(best);
	});

	it("keeps the mean of the best and the last epoch's weights when asked", async () => {
		const { bestEpoch, weights: best } = await train("best");
		const last = (await readCheckpoint(path.join(folder, "best")))!.arrays;
		const { weights: mean } = await train("best", { resume: true, keep: "mean of best and last" });
		const name = "dense_1/bias";
		expect(bestEpoch).toBeGreaterThan(0);
		expect(mean.get(name)).toEqual(
			best.get(name)!.map((value, i) => (value + last.get(`average:${name}`)![i]) / 2),
		);
	});

	it("keeps the mean with the weights that it went on from when asked", async () => {
		const start = initialWeights(tinyNetwork, "glorot-uniform", 1);
		const { weights: two } = await train("on", { keep: "mean of best and last" });
		const { weights: three } = await train("on", { resume: true, keep: "mean of start, best and last" });
		const name = "dense_1/kernel";
		three.get(name)!.forEach((value, i) => {
			expect(value).toBeCloseTo((2 * two.get(name)![i] + start.get(name)![i]) / 3, 5);
		});
		expect(three.get(name)).not.toEqual(two.get(name));
	});

	it("keeps the last epoch's weights when asked", async () => {
		const { bestEpoch, weights, history } = await train("last", { keep: "last" });
		const { arrays } = (await readCheckpoint(path.join(folder, "last")))!;
		expect(bestEpoch).toBe(history.length);
		expect(weights.get("dense_1/bias")).toEqual(arrays.get("average:dense_1/bias"));
	});

	it("does not go on from the checkpoint of another seed", async () => {
		await train("seeded");
		await expect(train("seeded", { resume: true, seed: 2 })).rejects.toThrow("--seed 1");
	});

	it("leaves one whole checkpoint and no half of one", async () => {
		await train("left");
		expect((await readdir(folder)).filter((file) => file.startsWith("left"))).toEqual(["left"]);
		expect(await readCheckpoint(path.join(folder, "left"))).not.toBeNull();
		expect(await readCheckpoint(path.join(folder, "nowhere"))).toBeNull();
	});
});
