import { MODELS } from "../../../lib/models/catalogue.ts";
import { share } from "../../options/card-facts.ts";
import type { EvaluateState, Result } from "./evaluate-state.ts";

/** How each model did that was evaluated on the set. */
export function ResultTable({ state }: { state: EvaluateState }) {
	const done = MODELS.filter(({ id }) => state.results.value[id]);
	if (done.length === 0) return null;
	return (
		<table class="numbers results">
			<thead>
				<tr>
					<th scope="col">Model</th>
					<th scope="col">Right</th>
					<th
						scope="col"
						title="Wilson's 95 % interval: where its true accuracy on such digits lies, most likely"
					>
						95 % interval
					</th>
					<th scope="col">Wrong</th>
					<th scope="col">Refused</th>
					<th scope="col">Milliseconds a digit</th>
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
	);
}

function Cells({ report: { accuracy, count, refused }, mistakes, seconds }: Result) {
	const refusals = Object.values(refused).reduce((sum, n) => sum + n, 0);
	return (
		<>
			<td>
				<b>{share(accuracy.value)}</b>
			</td>
			<td>{accuracy.interval.map(share).join(" to ")}</td>
			<td>{mistakes.length.toLocaleString("en")}</td>
			<td>{refusals.toLocaleString("en")}</td>
			<td>{((seconds * 1000) / count).toFixed(2)}</td>
		</>
	);
}
