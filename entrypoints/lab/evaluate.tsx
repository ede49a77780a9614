import type { ReadonlySignal } from "@preact/signals";
import { createEvaluateState } from "../../components/lab/evaluate/evaluate-state.ts";
import { EvaluateView } from "../../components/lab/evaluate/evaluate-view.tsx";
import { createNumbersState } from "../../components/lab/numbers/numbers-state.ts";
import { NumbersView } from "../../components/lab/numbers/numbers-view.tsx";
import { fetchExamples } from "../../lib/browser/cards.ts";
import type { ChosenFile } from "../../lib/browser/chosen-files.ts";
import { download } from "../../lib/browser/download.ts";
import { formatNumber, t } from "../../lib/browser/language.ts";
import { numberPictures } from "../../lib/browser/number-pictures.ts";
import { readDigits } from "../../lib/browser/read-digits.ts";
import { digitsOfGlyphs } from "../../lib/evaluation/labelled-digits.ts";
import { decodeGlyph } from "../../lib/glyph.ts";
import type { ListedModel } from "../../lib/models/listed-model.ts";
import { openLaboratory } from "./laboratory.ts";

export async function openEvaluate(
	model: ReadonlySignal<string>,
	models: ReadonlySignal<readonly ListedModel[]>,
) {
	const [laboratory, examples] = await Promise.all([openLaboratory(), fetchExamples()]);
	const state = createEvaluateState(laboratory, model, models, () => performance.now());
	const packaged = examples.flatMap((glyphs, label) => glyphs.map((glyph) => ({ glyph, label })));

	async function open(found: readonly ChosenFile[] | Promise<readonly ChosenFile[]>): Promise<void> {
		const files = await found;
		await state.open(nameOf(files), (options) => readDigits(files, options));
	}

	const numbers = createNumbersState(laboratory, model);
	const openNumbers = (found: readonly ChosenFile[] | Promise<readonly ChosenFile[]>) =>
		void numbers.open(async () => numberPictures(await found));
	const save = (content: string, name: string) => download(new Blob([content], { type: "text/csv" }), name);

	return (
		<EvaluateView
			state={state}
			onSave={save}
			numbers={
				<NumbersView
					state={numbers}
					onFiles={openNumbers}
					onSave={() => save(numbers.csv(), "digit-lens-numbers.csv")}
				/>
			}
			sources={{
				files: (files) => void open(files),
				packaged: () =>
					void state.open(t("lab.evaluate.packaged"), async () => ({
						digits: digitsOfGlyphs(
							packaged.map(({ glyph, label }) => ({ glyph: decodeGlyph(glyph), label })),
						),
						leftOut: [],
					})),
				packagedCount: packaged.length,
			}}
		/>
	);
}

/** What files are called together: their common folder, or the first of them. */
function nameOf(files: readonly ChosenFile[]): string {
	const [first = ""] = files.map(({ path }) => path);
	const [folder, ...rest] = first.split("/");
	if (rest.length > 0) return folder;
	return files.length > 1
		? t("lab.evaluate.andMore", { file: first, count: formatNumber(files.length - 1) })
		: first;
}
