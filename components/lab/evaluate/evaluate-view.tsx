import type { ComponentChildren } from "preact";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { Part } from "../part.tsx";
import { ReportView } from "../report/report-view.tsx";
import type { EvaluateState } from "./evaluate-state.ts";
import { answersCsv, confusionCsv } from "./result-csv.ts";
import { ResultTable } from "./result-table.tsx";
import { SourcePicker, type Sources } from "./source-picker.tsx";

interface EvaluateProps {
	readonly state: EvaluateState;
	readonly sources: Sources;
	/** Pictures of whole numbers. */
	readonly numbers: ComponentChildren;
	/** Saves a file for spreadsheets under this name. */
	readonly onSave: (csv: string, name: string) => void;
}

/** Measures any model on digits that a person brings, on this computer. */
export function EvaluateView({ state, sources, numbers, onSave }: EvaluateProps) {
	const set = state.set.value;
	const result = state.result.value;
	const model = state.name.value;
	const busy = state.work.value !== null;
	return (
		<>
			<Part title={t("lab.evaluate.title")} part="evaluate" wide>
				<SourcePicker state={state} sources={sources} />
				<Progress state={state} />
				{state.failure.value && (
					<p class="failure" role="alert">
						{state.failure.value}
					</p>
				)}
			</Part>
			{set && (
				<Part title={set.name} wide>
					<p class="quiet">
						{t("lab.evaluate.labelled", { count: formatNumber(set.digits.labels.length) })}{" "}
						{leftOutSentence(set.leftOut)}
					</p>
					<div class="evaluate-actions">
						<button
							type="button"
							class="button"
							aria-disabled={busy}
							onClick={() => !busy && state.evaluate([state.model.value])}
						>
							{t("lab.evaluate.one", { model })}
						</button>
						<button
							type="button"
							class="button"
							aria-disabled={busy}
							onClick={() => !busy && state.evaluate(state.models.value.map(({ id }) => id))}
						>
							{t("lab.evaluate.all")}
						</button>
					</div>
					<ResultTable state={state} />
					{result && (
						<div class="evaluate-actions">
							<button
								type="button"
								class="button"
								onClick={() =>
									onSave(answersCsv(result, set.digits.labels), `digit-lens-answers-${state.model.value}.csv`)
								}
							>
								{t("lab.evaluate.saveAnswers")}
							</button>
							<button
								type="button"
								class="button"
								onClick={() =>
									onSave(
										confusionCsv(result.report.confusion),
										`digit-lens-confusion-${state.model.value}.csv`,
									)
								}
							>
								{t("lab.evaluate.saveConfusion")}
							</button>
						</div>
					)}
				</Part>
			)}
			<Part title={t("lab.batch.title")} wide>
				{numbers}
			</Part>
			{result && (
				<ReportView
					report={state.report}
					measured={result.report}
					pictures={state.pictureAt}
					titles={{
						confusions: t("lab.evaluate.confusions", { model }),
						mistakes: t("lab.evaluate.mistakes", { model }),
					}}
				/>
			)}
		</>
	);
}

function leftOutSentence({ length, 0: first = "" }: readonly string[]): string {
	return length === 0 ? "" : t("lab.evaluate.leftOut", length, { file: first });
}

/** How far the work is, with its way out. Its place is kept free, so that nothing jumps when it comes. */
function Progress({ state }: { state: EvaluateState }) {
	const work = state.work.value;
	return (
		<div class="work" data-idle={!work}>
			<span role="status">{work?.what}</span>
			{work && (
				<>
					<progress {...(work.of > 0 && { value: work.done, max: work.of })} aria-label={work.what} />
					<span class="work-count">
						{work.of > 0 &&
							t("lab.evaluate.progress", { done: formatNumber(work.done), all: formatNumber(work.of) })}
					</span>
					<button type="button" class="button" onClick={state.cancel}>
						{t("lab.evaluate.cancel")}
					</button>
				</>
			)}
		</div>
	);
}
