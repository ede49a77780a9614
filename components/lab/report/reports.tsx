import { formatNumber, t } from "../../../lib/browser/language.ts";
import type { FullReport, SetReport } from "../../../lib/models/card.ts";
import { setWords } from "../../card-words.ts";
import { share, shareRange } from "../../numbers.ts";
import { Term } from "../glossary/term.tsx";

/** The classification report: precision, recall and their harmonic mean for every digit. */
export function PerDigit({ perClass, confusion }: Pick<FullReport, "perClass" | "confusion">) {
	return (
		<div class="scroller">
			<table class="numbers">
				<thead>
					<tr>
						<th scope="col">{t("lab.column.digit")}</th>
						<th scope="col">
							<Term id="precision">{t("lab.report.precision")}</Term>
						</th>
						<th scope="col">
							<Term id="recall">{t("lab.report.recall")}</Term>
						</th>
						<th scope="col">
							<Term id="f1">F1</Term>
						</th>
						<th scope="col">{t("lab.column.digits")}</th>
					</tr>
				</thead>
				<tbody>
					{perClass.map(({ precision, recall }, digit) => (
						<tr key={digit}>
							<th scope="row">{digit}</th>
							<td>{share(precision)}</td>
							<td>{share(recall)}</td>
							<td>{share((2 * precision * recall) / (precision + recall || 1))}</td>
							<td>{formatNumber(confusion[digit].reduce((sum, count) => sum + count, 0))}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** How the model does on writing that it was not trained on. */
export function OtherSets({ sets }: { sets: Readonly<Record<string, SetReport>> }) {
	return (
		<div class="scroller">
			<table class="numbers">
				<thead>
					<tr>
						<th scope="col">{t("lab.report.set")}</th>
						<th scope="col">{t("lab.column.digits")}</th>
						<th scope="col">{t("lab.column.right")}</th>
						<th scope="col">
							<Term id="interval">{t("lab.column.interval")}</Term>
						</th>
					</tr>
				</thead>
				<tbody>
					{Object.entries(sets).map(([name, { count, accuracy }]) => (
						<tr key={name}>
							<th scope="row">{setWords(name)}</th>
							<td>{formatNumber(count)}</td>
							<td>{share(accuracy.value)}</td>
							<td>{shareRange(accuracy.interval)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
