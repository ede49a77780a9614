import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL, SECOND_OPINION } from "../../../lib/models/catalogue.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import { pictureOf } from "../../../tools/data/digit-set.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { loadValidation } from "../../../tools/data/validation.ts";

beforeAll(() => startBackend());

it("is that of the model of this name, comes with the default model, and leaves no tensor behind", async () => {
	const before = tf.memory().numTensors;
	const set = await loadValidation();
	const glyphs = [0, 3_000, 9_000].map((i) => Float32Array.from(pictureOf(set, i), (byte) => byte / 255));
	const model = await loadClassifier(DEFAULT_MODEL, readPackageFile);
	const opinions = await model.secondOpinion!(glyphs);
	model.dispose();
	const other = await loadClassifier(SECOND_OPINION, readPackageFile);
	expect(opinions).toEqual(await other.classify(glyphs));
	expect(other.secondOpinion).toBeUndefined();
	other.dispose();
	expect(tf.memory().numTensors).toBe(before);
});
