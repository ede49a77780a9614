import { t } from "../../lib/browser/language.ts";
import type { Model } from "../../lib/models/verdict.ts";
import type { EngineFacts, Outcome } from "../../lib/protocol.ts";
import { lazy } from "../../lib/tasks/lazy.ts";
import { createQueue } from "../../lib/tasks/queue.ts";

export interface EngineEffects {
	/** Starts the backend; rejects with a sentence where it cannot run. */
	readonly start: () => Promise<void>;
	/** Loads a model of the package; rejects when it is unknown or broken. */
	readonly load: (id: string) => Promise<Model>;
	/** Id of the model that the person chose. */
	readonly chosen: () => Promise<string>;
	/** Told why the chosen model does not read, or null when it does. */
	readonly trouble: (sentence: string | null) => Promise<void>;
	/** Id of the model that always works. */
	readonly fallback: string;
	/** What the started backend runs on. */
	readonly describe: () => Omit<EngineFacts, "bootMs" | "models">;
}

/** A model that is ready, and what the person should know about it. */
export interface ReadyModel extends Model {
	readonly notice?: string;
}

export type Engine = ReturnType<typeof createEngine>;

/** The models behind the readings: backend and models are loaded once, when first needed; one batch runs at a time. */
export function createEngine({ start, load, chosen, trouble, fallback, describe }: EngineEffects) {
	let bootMs = 0;
	const boot = lazy(async () => {
		const from = performance.now();
		await start();
		bootMs = performance.now() - from;
	});
	const inTurn = createQueue();
	const models = new Map<string, () => Promise<Model>>();
	const loaded = new Set<string>();
	let told: string | null | undefined;

	/** Every reading comes by here: what was told already is not stored again. */
	async function tell(sentence: string | null): Promise<void> {
		if (sentence === told) return;
		told = sentence;
		await trouble(sentence);
	}

	/** The model of this id. Rejects when it cannot be loaded. */
	async function model(id: string): Promise<Model> {
		await boot();
		let get = models.get(id);
		if (!get) {
			get = lazy(async () => {
				const { classify, readStrip } = await load(id);
				loaded.add(id);
				return {
					classify: (glyphs) => inTurn(() => classify(glyphs)),
					...(readStrip && { readStrip: (strip) => inTurn(() => readStrip(strip)) }),
				};
			});
			models.set(id, get);
		}
		return get();
	}

	/** The model that the person chose; the fallback with a notice when that one cannot be loaded. */
	async function chosenModel(): Promise<ReadyModel> {
		const id = await chosen();
		try {
			const ready = await model(id);
			await tell(null);
			return ready;
		} catch (error) {
			if (id === fallback) throw error;
			const notice = t("error.modelNotLoaded", { id });
			await tell(notice);
			return { ...(await model(fallback)), notice };
		}
	}

	return {
		model,
		chosenModel,
		async describe(): Promise<Outcome<EngineFacts>> {
			await boot();
			return { ok: true, value: { ...describe(), bootMs, models: [...loaded] } };
		},
	};
}
