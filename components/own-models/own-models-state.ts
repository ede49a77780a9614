import { type ReadonlySignal, signal } from "@preact/signals";
import type { ChosenFile } from "../../lib/browser/chosen-files.ts";
import { sentenceOf, t } from "../../lib/browser/language.ts";
import type { StoredModel } from "../../lib/models/format.ts";
import { type ExportFormat, FILE_ENDINGS } from "../../lib/models/formats/export-formats.ts";
import type { TriedModel } from "../../lib/models/formats/import-model.ts";
import { LIMITS } from "../../lib/models/formats/limits.ts";
import { baseName, type ModelFile } from "../../lib/models/formats/model-file.ts";
import type { InputConvention } from "../../lib/models/input.ts";
import { checkOf, newOwnId, type OwnModel } from "../../lib/models/own-model.ts";
import { userError } from "../../lib/user-error.ts";
import { formatBytes, percent } from "../numbers.ts";

export interface OwnModelsEffects {
	readonly models: ReadonlySignal<readonly OwnModel[]>;
	/** Calls `onModel` for each model among the files, with a way to read it that rejects with a sentence. */
	readonly importFiles: (
		files: readonly ModelFile[],
		onModel: (name: string, read: () => Promise<TriedModel>) => Promise<void>,
		stop: AbortSignal,
	) => Promise<void>;
	readonly exportModel: (id: string, format: ExportFormat) => Promise<Blob>;
	readonly saveFile: (file: Blob, name: string) => void;
	readonly keep: (model: OwnModel, network: StoredModel) => Promise<void>;
	/** Deletes; what is returned puts it back. */
	readonly remove: (model: OwnModel) => Promise<() => Promise<void>>;
	readonly changeInput: (id: string, input: InputConvention) => Promise<void>;
	/** Told of every model that was imported. */
	readonly onImported?: (model: OwnModel) => void;
}

/** What became of one file. */
export interface ImportOutcome {
	readonly ok: boolean;
	readonly sentence: string;
}

export type OwnModelsState = ReturnType<typeof createOwnModels>;

/** The imported models without their looks. */
export function createOwnModels({
	models,
	importFiles,
	exportModel,
	saveFile,
	keep,
	remove,
	changeInput,
	onImported,
}: OwnModelsEffects) {
	/** The name of what is being read; null when nothing is. */
	const reading = signal<string | null>(null);
	const outcomes = signal<readonly ImportOutcome[]>([]);
	/** The model that was deleted last, until something else happens. */
	const deleted = signal<{ readonly name: string; readonly putBack: () => Promise<void> } | null>(null);
	let stop = new AbortController();

	const tell = (ok: boolean, sentence: string) => {
		outcomes.value = [...outcomes.value, { ok, sentence }];
	};

	async function importOne(name: string, read: () => Promise<TriedModel>): Promise<void> {
		reading.value = name;
		try {
			const tried = await read();
			const model = ownModelOf(name, tried, models.value);
			await keep(model, { ...tried.trained, decision: tried.decision, input: model.input });
			const { share } = checkOf(model);
			tell(true, t("own.imported", { name: model.name, percent: percent(share) }));
			onImported?.(model);
		} catch (error) {
			tell(false, t("own.refused", { name, sentence: sentenceOf(error) }));
		}
	}

	return {
		models,
		reading,
		outcomes,
		deleted,
		/** Imports all models among files, a folder or an archive, one after the other. */
		async importChosen(found: readonly ChosenFile[] | Promise<readonly ChosenFile[]>): Promise<void> {
			const chosen = await found;
			if (reading.value !== null) return;
			stop = new AbortController();
			outcomes.value = [];
			deleted.value = null;
			if (chosen.length === 0) return tell(false, t("own.noFile"));
			reading.value = chosen[0].path;
			try {
				await importFiles(await readAll(chosen), importOne, stop.signal);
			} catch (error) {
				tell(false, t("own.refused", { name: chosen[0].path, sentence: sentenceOf(error) }));
			}
			reading.value = null;
		},
		stop: () => stop.abort(),
		async remove(model: OwnModel): Promise<void> {
			outcomes.value = [];
			deleted.value = { name: model.name, putBack: await remove(model) };
		},
		async undo(): Promise<void> {
			const back = deleted.value;
			deleted.value = null;
			await back?.putBack();
		},
		changeInput,
		/** Saves any model, imported or of the package, as a file of another program. */
		async save(id: string, name: string, format: ExportFormat): Promise<void> {
			outcomes.value = [];
			try {
				saveFile(await exportModel(id, format), `${name}${FILE_ENDINGS[format]}`);
			} catch (error) {
				tell(false, t("own.refused", { name, sentence: sentenceOf(error) }));
			}
		},
	};
}

async function readAll(chosen: readonly ChosenFile[]): Promise<ModelFile[]> {
	const total = chosen.reduce((sum, { file }) => sum + file.size, 0);
	if (total > LIMITS.bytes)
		throw userError("error.import.size", { size: formatBytes(total), most: formatBytes(LIMITS.bytes) });
	return Promise.all(
		chosen.map(async ({ path, file }) => ({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) })),
	);
}

function ownModelOf(path: string, tried: TriedModel, others: readonly OwnModel[]): OwnModel {
	const values = [...tried.trained.weights.values()].reduce((sum, { length }) => sum + length, 0);
	return {
		id: newOwnId(),
		name: freeName(nameOf(path), new Set(others.map(({ name }) => name))),
		format: tried.format,
		guessed: tried.guessed,
		bytes: 4 * values,
		input: tried.attempts[0].convention,
		attempts: tried.attempts.map(({ convention, digits, right }) => ({ convention, digits, right })),
	};
}

/** The file's name without its ending; of a `model.json`, whose name says nothing, that of its folder or archive. */
function nameOf(path: string): string {
	const folders = path.split(/[/\\]/);
	const base = baseName(path).replace(/\.\w+$/, "");
	const folder = folders[folders.length - 2]?.replace(/(\.tfjs)?\.zip$/, "");
	return (base === "model" && folder ? folder : base).slice(0, LONGEST_NAME);
}

const LONGEST_NAME = 60;

function freeName(name: string, taken: ReadonlySet<string>): string {
	for (let n = 1; ; n++) {
		const candidate = n === 1 ? name : `${name} ${n}`;
		if (!taken.has(candidate)) return candidate;
	}
}
