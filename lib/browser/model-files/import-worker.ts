import { expose } from "comlink";
import { decodeGlyph } from "../../glyph.ts";
import { startBackend } from "../../models/backend.ts";
import { importModel, type TriedModel } from "../../models/formats/import-model.ts";
import type { ModelFile } from "../../models/formats/model-file.ts";
import { modelsAmong } from "../../models/formats/models-among.ts";
import { filesBeside } from "../../models/formats/read-files.ts";
import { registerFurtherKernels } from "../../models/further-kernels.ts";
import { registerInferenceKernels } from "../../models/inference-kernels.ts";

// A model file is data from anywhere: it is read in a worker that can be stopped.

registerInferenceKernels();

/** What the worker does; the page that started it ends it. */
export interface ImportWorker {
	/** The models among files, each with those that it may need. */
	find(files: readonly ModelFile[]): ReturnType<typeof modelsAmong>;
	/** Reads a model and tries known digits on it. Rejects with a sentence. */
	read(model: { main: ModelFile; files: readonly ModelFile[] }): Promise<TriedModel>;
}

const worker: ImportWorker = {
	find: modelsAmong,
	async read({ main, files }) {
		await startBackend("/");
		registerFurtherKernels();
		const examples: string[][] = await (await fetch("/models/examples.json")).json();
		return importModel(main, filesBeside(main, files), {
			glyphs: examples.flat().map(decodeGlyph),
			labels: examples.flatMap((some, digit) => some.map(() => digit)),
		});
	},
};

expose(worker);
