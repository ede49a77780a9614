import type { ReadonlySignal } from "@preact/signals";
import type { ExportFormat } from "../../models/formats/export-formats.ts";
import type { OwnModel } from "../../models/own-model.ts";
import { download } from "../download.ts";
import { changeOwnInput, deleteOwnModel, keepOwnModel } from "../own-models.ts";
import type { importInWorker } from "./importer.ts";

/** Imported models as a page of the extension keeps, changes and exports them. */
export const ownModelEffects = (models: ReadonlySignal<readonly OwnModel[]>) => ({
	models,
	// What reads and writes models is large, and few import any.
	importFiles: async (...args: Parameters<typeof importInWorker>) =>
		(await import("./importer.ts")).importInWorker(...args),
	exportModel: async (id: string, format: ExportFormat) =>
		(await import("./exporter.ts")).exportById(id, format),
	saveFile: download,
	keep: keepOwnModel,
	remove: deleteOwnModel,
	changeInput: changeOwnInput,
});
