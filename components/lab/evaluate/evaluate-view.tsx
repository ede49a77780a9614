import { MODELS } from "../../../lib/models/catalogue.ts";
import { Part } from "../part.tsx";
import { ReportView } from "../report/report-view.tsx";
import type { EvaluateState } from "./evaluate-state.ts";
import { ResultTable } from "./result-table.tsx";
import { SourcePicker, type Sources } from "./source-picker.tsx";

/** Measures any model on digits that a person brings, on this computer. */
export function EvaluateView({ state, sources }: { state: EvaluateState; sources: Sources }) {
	const set = state.set.value;
	const result = state.result.value;
	const name = MODELS.find(({ id }) => id === state.model.value)?.name;
	const busy = state.work.value !== null;
	return (
		<>
			<Part title="Evaluate a model on your digits" wide>
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
						{set.digits.labels.length.toLocaleString("en")} labelled digits
						{leftOutWords(set.leftOut)}.
					</p>
					<div class="evaluate-actions">
						<button
							type="button"
							class="button"
							aria-disabled={busy}
							onClick={() => !busy && state.evaluate([state.model.value])}
						>
							Evaluate {name}
						</button>
						<button
							type="button"
							class="button"
							aria-disabled={busy}
							onClick={() => !busy && state.evaluate(MODELS.map(({ id }) => id))}
						>
							Evaluate all models
						</button>
					</div>
					<ResultTable state={state} />
				</Part>
			)}
			{result && (
				<ReportView
					report={state.report}
					measured={result.report}
					pictures={state.pictureAt}
					of={`these digits, ${name}`}
				/>
			)}
		</>
	);
}

function leftOutWords({ length, 0: first }: readonly string[]): string {
	if (length === 0) return "";
	return length === 1
		? `; one file was left out: ${first}`
		: `; ${length} files were left out, ${first} first`;
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
						{work.of > 0 && `${work.done.toLocaleString("en")} of ${work.of.toLocaleString("en")}`}
					</span>
					<button type="button" class="button" onClick={state.cancel}>
						Cancel
					</button>
				</>
			)}
		</div>
	);
}
