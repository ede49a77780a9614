import { formatFixed, formatNumber, t } from "../../../lib/browser/language.ts";
import { share, shareRange } from "../../numbers.ts";
import { Term } from "../glossary/term.tsx";
import type { EvaluateState, Result } from "./evaluate-state.ts";

/** How each model did that was evaluated on the set. */
export function ResultTable({ state }: { state: EvaluateState }) {
	const done = state.models.value.filter(({ id }) => state.results.value[id]);
	if (done.length === 0) return null;
	return (
		<div class="scroller">
			<table class="numbers results">
				<thead>
					<tr>
						<th scope="col">{t("compare.model")}</th>
						<th scope="col">{t("lab.column.right")}</th>
						<th scope="col">
							<Term id="interval">{t("lab.column.interval")}</Term>
						</th>
						<th scope="col">{t("lab.column.wrong")}</th>
						<th scope="col">{t("lab.column.refused")}</th>
						<th scope="col">{t("lab.column.milliseconds")}</th>
					</tr>
				</thead>
				<tbody>
					{done.map(({ id, name }) => (
						<tr key={id} aria-current={id === state.model.value}>
							<th scope="row">{name}</th>
							<Cells {...state.results.value[id]} />
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Cells({ report: { accuracy, count, refused }, mistakes, seconds }: Result) {
	const refusals = Object.values(refused).reduce((sum, n) => sum + n, 0);
	return (
		<>
			<td>
				<b>{share(accuracy.value)}</b>
			</td>
			<td>{shareRange(accuracy.interval)}</td>
			<td>{formatNumber(mistakes.length)}</td>
			<td>{formatNumber(refusals)}</td>
			<td>{formatFixed((seconds * 1000) / count, 2)}</td>
		</>
	);
}
