import * as tf from "@tensorflow/tfjs-core";
import { penMaps } from "../ink/pen-maps.ts";
import { nextTask, seldom } from "../tasks/batches.ts";
import { lazy } from "../tasks/lazy.ts";
import { withRests } from "../tasks/steps.ts";
import { userError } from "../user-error.ts";
import { DEFAULT_MODEL, INK_MODEL, LINE_MODEL, SECOND_OPINION, SIGN_MODEL } from "./catalogue.ts";
import { createExecutor, type Executor } from "./executor.ts";
import { foldForInference } from "./folding.ts";
import { parseModelInSteps, type StoredModel } from "./format.ts";
import { inputTensor } from "./input-tensor.ts";
import { judge } from "./judging.ts";
import { lineModelOf } from "./line-model.ts";
import { parameterCount } from "./network.ts";
import { signModelOf } from "./sign-model.ts";
import type { Model } from "./verdict.ts";

/** Reads a file of the package, e.g. `models/dense-512/model.json`. Rejects when it cannot. */
export type ReadFile = (path: string) => Promise<ArrayBuffer>;

/** A model that is ready to read. */
export interface LoadedModel extends Model {
	readonly id: string;
	/** Frees its weights; it cannot classify any more. */
	dispose(): void;
}

/** The two files of a model of the package, as `parseModel` takes them. Rejects with a sentence when one is missing. */
export async function readModelFiles(
	id: string,
	readFile: ReadFile,
): Promise<[json: ArrayBuffer, bin: ArrayBuffer]> {
	try {
		return await Promise.all([readFile(`models/${id}/model.json`), readFile(`models/${id}/weights.bin`)]);
	} catch (error) {
		throw userError("error.modelBroken", {
			id,
			detail: error instanceof Error ? error.message : String(error),
		});
	}
}

/** Reads a model of the package. Rejects with a sentence when its files are broken. */
export async function readPackagedModel(id: string, readFile: ReadFile): Promise<StoredModel> {
	const files = await readModelFiles(id, readFile);
	return withRests(parseModelInSteps(id, ...files), { rest: seldomRest() });
}

/**
 * Loads a model of the package. The default model comes in parts, each loaded when it is first asked for: what was
 * drawn waits for the network for ink alone. `startBackend` comes first. Rejects with a sentence, now or at the
 * first use of a part, when its files are broken.
 */
export function loadClassifier(id: string, readFile: ReadFile): Promise<LoadedModel> {
	return loadWith((name) => readPackagedModel(name, readFile), id);
}

/** The same, of models that `open` opens by their ids. */
export async function loadWith(open: (id: string) => Promise<StoredModel>, id: string): Promise<LoadedModel> {
	if (id !== DEFAULT_MODEL) return { id, ...(await readyClassifier(await open(id))) };
	const glyph = onDemand(async () => classifierOf(await open(id)));
	const line = onDemand(async () => lineModelOf(await open(LINE_MODEL.id)));
	const signs = onDemand(async () => signModelOf(await open(SIGN_MODEL.id)));
	const ink = onDemand(async () => classifierOf(await open(INK_MODEL.id)));
	const second = onDemand(async () => classifierOf(await open(SECOND_OPINION)));
	return {
		id,
		classify: async (glyphs) => (await glyph.load()).classify(glyphs),
		readStrip: async (strip) => (await line.load()).readStrip(strip),
		classifySigns: async (glyphs) => (await signs.load()).classifySigns(glyphs),
		classifyInk: async (characters) => (await ink.load()).classify(characters.map(penMaps)),
		secondOpinion: async (glyphs) => (await second.load()).classify(glyphs),
		dispose: () => {
			for (const part of [glyph, line, signs, ink, second]) part.dispose();
		},
	};
}

/** A network that is loaded at its first use, if ever. */
function onDemand<T extends { dispose(): void }>(open: () => Promise<T>) {
	let opened: T | undefined;
	const load = lazy(async () => {
		opened = await open();
		return opened;
	});
	return { load, dispose: () => opened?.dispose() };
}

/** While a large network is made ready, others have their turn so often. Milliseconds. */
const seldomRest = () => seldom(nextTask, 20);

/** A classifier that takes no longer for its first answer than for others; others have their turn meanwhile. */
export async function readyClassifier(
	model: StoredModel,
): Promise<Pick<LoadedModel, "classify" | "dispose">> {
	const rest = seldomRest();
	const folded = foldForInference(model);
	await rest();
	const executor = createExecutor(folded);
	await rest();
	if (parameterCount(folded.network) > LARGE) await withRests(executor.warmUp(), { rest });
	return classifierWith(executor, model);
}

/** Of a network with so many parameters the first answer alone would take a tenth of a second. */
const LARGE = 2e6;

/** Puts a model on the backend, folded for speed. What it classifies has the size of its input. */
export function classifierOf(model: StoredModel): Pick<LoadedModel, "classify" | "dispose"> {
	return classifierWith(createExecutor(foldForInference(model)), model);
}

function classifierWith(executor: Executor, model: StoredModel): Pick<LoadedModel, "classify" | "dispose"> {
	return {
		classify: async (inputs) => {
			if (inputs.length === 0) return [];
			const logits = tf.tidy(() => executor.run(inputTensor(inputs, model)));
			const values = (await logits.data()) as Float32Array;
			logits.dispose();
			const outputs = values.length / inputs.length;
			return inputs.map((input, i) =>
				judge(input, values.subarray(i * outputs, (i + 1) * outputs), model.decision),
			);
		},
		dispose: () => executor.dispose(),
	};
}
