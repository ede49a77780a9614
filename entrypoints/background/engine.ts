import { t } from "../../lib/browser/language.ts";
import type { Glyph } from "../../lib/glyph.ts";
import type { Model, Verdict } from "../../lib/models/verdict.ts";
import type { EngineFacts, Outcome } from "../../lib/protocol.ts";
import type { Following } from "../../lib/tasks/batches.ts";
import { lazy } from "../../lib/tasks/lazy.ts";
import { createQueue } from "../../lib/tasks/queue.ts";
import { timedBatches } from "../../lib/tasks/timed-batches.ts";
import { userError } from "../../lib/user-error.ts";

export interface EngineEffects {
	/** Starts the backend; rejects with a sentence where it cannot run. */
	readonly start: () => Promise<void>;
	/** Loads a model; rejects when it is unknown or broken. `dispose` frees its weights. */
	readonly load: (id: string) => Promise<Model & { dispose?(): void }>;
	/** What the model of this id is at present, null where it is gone: imported ones can be changed and deleted. */
	readonly versionOf: (id: string) => Promise<string | null>;
	/** Id of the model that the person chose. */
	readonly chosen: () => Promise<string>;
	/** Told why the chosen model does not read, or null when it does. */
	readonly trouble: (sentence: string | null) => Promise<void>;
	/** Id of the model that always works. */
	readonly fallback: string;
	/** What the started backend runs on. */
	readonly describe: () => Omit<EngineFacts, "bootMs" | "models">;
}

/** A model that is ready: it classifies many glyphs in batches, between which it rests and can be ended. */
export interface EngineModel extends Model {
	readonly classify: (glyphs: readonly Glyph[], following?: Following) => Promise<Verdict[]>;
}

/** What the person should know about the model that reads. */
export interface ReadyModel extends EngineModel {
	readonly notice?: string;
}

/** A model with what its version was when it was asked for. */
interface KeptModel {
	readonly version: string;
	readonly get: () => Promise<EngineModel>;
	readonly free: () => void;
}

/** So long others wait for one batch, whatever the model; and as many glyphs as gain time by being together. */
const BATCH = { milliseconds: 40, first: 2, most: 128 };

export type Engine = ReturnType<typeof createEngine>;

/** The models behind the readings: backend and models are loaded once, when first needed; one batch runs at a time. */
export function createEngine({ start, load, versionOf, chosen, trouble, fallback, describe }: EngineEffects) {
	let bootMs = 0;
	const boot = lazy(async () => {
		const from = performance.now();
		await start();
		bootMs = performance.now() - from;
	});
	const inTurn = createQueue();
	const models = new Map<string, KeptModel>();
	const loaded = new Set<string>();
	let told: string | null | undefined;

	/** Every reading comes by here: what was told already is not stored again. */
	async function tell(sentence: string | null): Promise<void> {
		if (sentence === told) return;
		told = sentence;
		// What cannot be told, where there is no room for it, keeps nobody from reading.
		await trouble(sentence).catch((error: unknown) => console.error(error));
	}

	/** A part of a model in batches, each in its turn. */
	function timed<Input>(classify: (inputs: readonly Input[]) => Promise<Verdict[]>) {
		return timedBatches((inputs: readonly Input[]) => inTurn(() => classify(inputs)), {
			...BATCH,
			now: () => performance.now(),
		});
	}

	/** The model of this id. Rejects when it is gone or cannot be loaded. */
	async function model(id: string): Promise<EngineModel> {
		await boot();
		const version = await versionOf(id);
		let kept = models.get(id);
		if (kept && kept.version !== version) {
			models.delete(id);
			loaded.delete(id);
			kept.free();
			kept = undefined;
		}
		if (version === null) throw userError("error.modelGone");
		if (!kept) {
			kept = { version, ...loading(id) };
			models.set(id, kept);
		}
		try {
			return await kept.get();
		} catch (error) {
			// Scripts in pages may ask for models of any name: nothing is left of those that there are not.
			models.delete(id);
			throw error;
		}
	}

	/** A model that is loaded at its first use. Once it is freed, what still runs with it ends first. */
	function loading(id: string): Omit<KeptModel, "version"> {
		let dispose: (() => void) | undefined;
		const get = lazy(async (): Promise<EngineModel> => {
			const { classify, readStrip, classifySigns, classifyInk, secondOpinion, ...opened } = await load(id);
			dispose = opened.dispose;
			loaded.add(id);
			const inBatches = timed(classify);
			const inkInBatches = classifyInk && timed(classifyInk);
			return {
				classify: (glyphs, { onProgress: _, ...following } = {}) => inBatches(glyphs, following),
				...(readStrip && { readStrip: (strip) => inTurn(() => readStrip(strip)) }),
				...(inkInBatches && { classifyInk: (ink) => inkInBatches(ink) }),
				...(secondOpinion && { secondOpinion: (glyphs) => inTurn(() => secondOpinion(glyphs)) }),
				...(classifySigns && { classifySigns: (glyphs) => inTurn(() => classifySigns(glyphs)) }),
			};
		});
		return { get, free: () => void inTurn(async () => dispose?.()) };
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
			const notice =
				(await versionOf(id)) === null ? t("error.modelGone") : t("error.modelNotLoaded", { id });
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
