import type { FullReport, SetReport } from "../../../lib/models/card.ts";
import { share } from "../../options/card-facts.ts";

/** The classification report: precision, recall and their harmonic mean for every digit. */
export function PerDigit({ perClass, confusion }: Pick<FullReport, "perClass" | "confusion">) {
	return (
		<table class="numbers">
			<thead>
				<tr>
					<th scope="col">Digit</th>
					<th scope="col" title="Of those read as this digit, how many are it">
						Precision
					</th>
					<th scope="col" title="Of those that are this digit, how many are read as it">
						Recall
					</th>
					<th scope="col" title="The harmonic mean of precision and recall">
						F1
					</th>
					<th scope="col">Digits</th>
				</tr>
			</thead>
			<tbody>
				{perClass.map(({ precision, recall }, digit) => (
					<tr key={digit}>
						<th scope="row">{digit}</th>
						<td>{share(precision)}</td>
						<td>{share(recall)}</td>
						<td>{share((2 * precision * recall) / (precision + recall || 1))}</td>
						<td>{confusion[digit].reduce((sum, count) => sum + count, 0).toLocaleString("en")}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** How the model does on writing that it was not trained on. */
export function OtherSets({ sets }: { sets: Readonly<Record<string, SetReport>> }) {
	return (
		<table class="numbers">
			<thead>
				<tr>
					<th scope="col">Set</th>
					<th scope="col">Digits</th>
					<th scope="col">Right</th>
					<th scope="col">95 % interval</th>
				</tr>
			</thead>
			<tbody>
				{Object.entries(sets).map(([name, { count, accuracy }]) => (
					<tr key={name}>
						<th scope="row">{name}</th>
						<td>{count.toLocaleString("en")}</td>
						<td>{share(accuracy.value)}</td>
						<td>{accuracy.interval.map(share).join(" to ")}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
