import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { sentenceOf, t } from "../../../lib/browser/language.ts";
import type { LabelledDigits } from "../../../lib/evaluation/labelled-digits.ts";
import { fullReportOn, mistakesIn } from "../../../lib/evaluation/measures.ts";
import { encodeGlyph } from "../../../lib/glyph.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";
import type { FullReport, Mistake } from "../../../lib/models/card.ts";
import { type ListedModel, nameOf } from "../../../lib/models/listed-model.ts";
import type { Verdict } from "../../../lib/models/verdict.ts";
import { inBatches } from "../../../lib/tasks/batches.ts";
import { sentenceIn } from "../../../lib/user-error.ts";
import { createReportState } from "../report/report-state.ts";

/** Labelled digits that were opened. */
export interface DigitSet {
	readonly name: string;
	readonly digits: LabelledDigits;
	/** Paths of what was left out of it. */
	readonly leftOut: readonly string[];
}

/** How a model did on the set. */
export interface Result {
	readonly report: FullReport;
	readonly mistakes: readonly Mistake[];
	/** What it said of each digit, in their order. */
	readonly verdicts: readonly Verdict[];
	/** From the first digit to the last, in seconds. */
	readonly seconds: number;
}

/** What is being done, and how much of it is done; `of` is 0 while that is not known. */
export interface Work {
	readonly what: string;
	readonly done: number;
	readonly of: number;
}

type Read = (options: {
	readonly signal: AbortSignal;
	readonly onProgress: (done: number, of: number) => void;
}) => Promise<Omit<DigitSet, "name">>;

export type EvaluateState = ReturnType<typeof createEvaluateState>;

const BATCH = 32;

/** Any model on digits that a person brings, without the looks. `now` tells the time in milliseconds. */
export function createEvaluateState(
	laboratory: Pick<Laboratory, "classify">,
	model: ReadonlySignal<string>,
	/** All that there are. */
	models: ReadonlySignal<readonly ListedModel[]>,
	now: () => number,
) {
	const set = signal<DigitSet | null>(null);
	const results = signal<Readonly<Record<string, Result>>>({});
	const work = signal<Work | null>(null);
	const failure = signal<string | null>(null);
	const result = computed(() => results.value[model.value]);
	const report = createReportState(computed(() => result.value?.mistakes ?? []));
	effect(() => {
		result.value;
		report.cell.value = null;
	});
	let control: AbortController | undefined;

	/** Runs what a person can wait for and cancel; says why it failed, but not that it was cancelled. */
	async function follow(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
		if (control) return;
		control = new AbortController();
		failure.value = null;
		try {
			await act(control.signal);
		} catch (error) {
			if (!control.signal.aborted) failure.value = whatFailed(error);
		} finally {
			control = undefined;
			work.value = null;
		}
	}

	async function measure(id: string, signal: AbortSignal): Promise<void> {
		const { digits } = set.value!;
		const { labels } = digits;
		const name = nameOf(models.value, id);
		const tell = (done: number) => {
			work.value = { what: t("lab.evaluate.reading", { model: name }), done, of: labels.length };
		};
		tell(0);
		await laboratory.classify(id, [digits.glyphAt(0)]); // Loading it is not counted.
		const begun = now();
		const verdicts = await inBatches<number, Verdict>(
			Array.from(labels.keys()),
			(batch) => laboratory.classify(id, batch.map(digits.glyphAt)),
			{ size: BATCH, signal, onProgress: tell },
		);
		results.value = {
			...results.value,
			[id]: {
				report: fullReportOn(verdicts, labels),
				mistakes: mistakesIn(verdicts, labels),
				verdicts,
				seconds: (now() - begun) / 1000,
			},
		};
	}

	return {
		model,
		models,
		/** Of the chosen model. */
		name: computed(() => nameOf(models.value, model.value)),
		set,
		/** By model, on the set that is open. */
		results,
		/** Of the chosen model. */
		result,
		report,
		work,
		/** What went wrong, as a sentence; null when nothing did. */
		failure,
		/** Reads a set and measures the chosen model on it; the set that was open stays when it cannot be read. */
		open: (name: string, read: Read) =>
			follow(async (signal) => {
				work.value = { what: t("lab.evaluate.looking"), done: 0, of: 0 };
				const found = await read({
					signal,
					onProgress: (done, of) => {
						work.value = { what: t("lab.evaluate.preparing"), done, of };
					},
				});
				set.value = { name, ...found };
				results.value = {};
				await measure(model.value, signal);
			}),
		/** Measures these models on the set, one after the other. */
		evaluate: (models: readonly string[]) =>
			follow(async (signal) => {
				for (const id of models) await measure(id, signal);
			}),
		cancel: () => control?.abort(),
		/** The picture of a digit of the set, as `encodeGlyph` writes it. */
		pictureAt: (index: number) => {
			const digits = set.value?.digits;
			return digits && index < digits.labels.length ? encodeGlyph(digits.glyphAt(index)) : undefined;
		},
	};
}

function whatFailed(error: unknown): string {
	const sentence = sentenceOf(error);
	return sentenceIn(error) ? sentence : t("lab.evaluate.failed", { reason: sentence });
}
