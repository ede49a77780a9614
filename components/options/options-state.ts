import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { sentenceOf, t } from "../../lib/browser/language.ts";
import { DEFAULT_SETTINGS, readSettings, type Settings, writeSettings } from "../../lib/settings.ts";
import { userError } from "../../lib/user-error.ts";
import { createSaving } from "../saving.ts";

export interface OptionsEffects {
	readonly settings: ReadonlySignal<Settings>;
	readonly change: (how: (settings: Settings) => Settings) => Promise<void>;
	readonly saveFile: (content: string, name: string) => void;
}

/** No file of settings is a hundredth as large. Bytes. */
const LARGEST_FILE = 2 ** 20;
/** Of the name of a model that is not here, so much is repeated. Characters. */
const LONGEST_NAME = 40;

export type OptionsState = ReturnType<typeof createOptionsState>;

/** The settings page without its looks: single changes, and those of everything at once, which can be undone. */
export function createOptionsState({ settings: kept, change, saveFile }: OptionsEffects) {
	const { unsaved, follow } = createSaving(t("error.changeNotKept"));
	/** As they are kept; said anew where a change was refused, so that every field goes back. */
	const settings = computed(() => (unsaved.value === null ? kept.value : { ...kept.value }));
	/** What was replaced as a whole, and how; null when there is nothing to take back. */
	const replaced = signal<{ readonly before: Settings; readonly sentence: string } | null>(null);
	/** Why a file was not taken. */
	const trouble = signal<string | null>(null);

	async function replace(next: Settings, sentence: string): Promise<void> {
		const before = settings.value;
		trouble.value = null;
		if (await follow(change(() => next))) replaced.value = { before, sentence };
	}

	/** Changes some settings of one group. */
	async function set<G extends "pad" | "panel" | "history" | "corrections">(
		group: G,
		some: Partial<Settings[G]>,
	): Promise<void> {
		replaced.value = null;
		await follow(change((now) => ({ ...now, [group]: { ...now[group], ...some } })));
	}

	return {
		settings,
		replaced,
		trouble,
		/** Why the last change is not kept; null when it is. */
		unsaved,
		set,
		async chooseModel(model: string): Promise<void> {
			await follow(change((now) => ({ ...now, model })));
		},
		reset: () => replace(DEFAULT_SETTINGS, t("options.all.wasReset")),
		async undo(): Promise<void> {
			const back = replaced.value;
			replaced.value = null;
			if (back) await follow(change(() => back.before));
		},
		saveToFile: () => saveFile(writeSettings(settings.value), "digit-lens-settings.json"),
		async loadFile(file: Blob): Promise<void> {
			try {
				if (file.size > LARGEST_FILE) throw userError("error.settings.foreign");
				const content = await file.text().catch(() => {
					throw userError("error.fileGone");
				});
				let sentence = t("options.all.loaded");
				const settings = readSettings(content, {
					onForeignModel: (model) => {
						sentence = t("options.all.foreignModel", { model: model.slice(0, LONGEST_NAME) });
					},
				});
				await replace(settings, sentence);
			} catch (error) {
				trouble.value = sentenceOf(error);
			}
		},
	};
}
