import * as tf from "@tensorflow/tfjs-core";
import { lazy } from "../tasks/lazy.ts";
import { DEFAULT_MODEL, LINE_MODEL, SIGN_MODEL } from "./catalogue.ts";
import { createExecutor } from "./executor.ts";
import { foldForInference } from "./folding.ts";
import { parseModel, type StoredModel } from "./format.ts";
import { inputTensor } from "./input-tensor.ts";
import { judge } from "./judging.ts";
import { type LineModel, lineModelOf } from "./line-model.ts";
import { type SignModel, signModelOf } from "./sign-model.ts";
import type { Model } from "./verdict.ts";

/** Reads a file of the package, e.g. `models/dense-512/model.json`. Rejects when it cannot. */
export type ReadFile = (path: string) => Promise<ArrayBuffer>;

/** A model that is ready to read. */
export interface LoadedModel extends Model {
	readonly id: string;
	/** Frees its weights; it cannot classify any more. */
	dispose(): void;
}

/** The two files of a model of the package, as `parseModel` takes them. */
export function readModelFiles(
	id: string,
	readFile: ReadFile,
): Promise<[json: ArrayBuffer, bin: ArrayBuffer]> {
	return Promise.all([readFile(`models/${id}/model.json`), readFile(`models/${id}/weights.bin`)]);
}

/** Reads a model of the package. Rejects with a sentence when its files are broken. */
export async function readPackagedModel(id: string, readFile: ReadFile): Promise<StoredModel> {
	return parseModel(id, ...(await readModelFiles(id, readFile)));
}

/**
 * Loads a model of the package; what looks over lines and tells signs beside the default model not before it is
 * asked for.
 * `startBackend` comes first. Rejects with a sentence when its files are broken.
 */
export function loadClassifier(id: string, readFile: ReadFile): Promise<LoadedModel> {
	return loadWith((name) => readPackagedModel(name, readFile), id);
}

/** The same, of models that `open` opens by their ids. */
export async function loadWith(open: (id: string) => Promise<StoredModel>, id: string): Promise<LoadedModel> {
	const classifier = classifierOf(await open(id));
	if (id !== DEFAULT_MODEL) return { id, ...classifier };
	let lines: LineModel | undefined;
	const loadLines = lazy(async () => {
		lines = lineModelOf(await open(LINE_MODEL.id));
		return lines;
	});
	let signs: SignModel | undefined;
	const loadSigns = lazy(async () => {
		signs = signModelOf(await open(SIGN_MODEL.id));
		return signs;
	});
	return {
		id,
		classify: classifier.classify,
		readStrip: async (strip) => (await loadLines()).readStrip(strip),
		classifySigns: async (glyphs) => (await loadSigns()).classifySigns(glyphs),
		dispose: () => {
			classifier.dispose();
			lines?.dispose();
			signs?.dispose();
		},
	};
}

/** Puts a model on the backend, folded for speed. */
export function classifierOf(model: StoredModel): Omit<LoadedModel, "id" | "readStrip" | "classifySigns"> {
	const executor = createExecutor(foldForInference(model));
	return {
		classify: async (glyphs) => {
			if (glyphs.length === 0) return [];
			const logits = tf.tidy(() => executor.run(inputTensor(glyphs, model)));
			const values = (await logits.data()) as Float32Array;
			logits.dispose();
			const outputs = values.length / glyphs.length;
			return glyphs.map((glyph, i) =>
				judge(glyph, values.subarray(i * outputs, (i + 1) * outputs), model.decision),
			);
		},
		dispose: () => executor.dispose(),
	};
}
