import { MODELS } from "../../lib/models/catalogue.ts";
import { formatBytes } from "../options/card-facts.ts";
import { percent } from "../panel/doubt.ts";
import type { ModelAnswer } from "./comparison.ts";
import type { PopupState } from "./popup-state.ts";

/** All models on this drawing, side by side. */
export function ModelTable({ popup }: { popup: PopupState }) {
	const answers = popup.comparison.answers.value;
	const sizes = popup.comparison.sizes.value;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
		<section class="compared" tabIndex={0} aria-label="All models on this drawing">
			<table>
				<thead>
					<tr>
						<th scope="col">Model</th>
						<th scope="col">Reads</th>
						<th scope="col" title="Probability of its most doubtful digit">
							Sure
						</th>
						<th scope="col" title="From the question to the answer">
							Time
						</th>
						<th scope="col" title="In this package">
							Size
						</th>
					</tr>
				</thead>
				<tbody>
					{MODELS.map(({ id, name }) => (
						<tr key={id} aria-current={popup.model.value === id}>
							<th scope="row">{name}</th>
							<Answer answer={answers[id]} />
							<td>{sizes[id] && formatBytes(sizes[id])}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Answer({ answer }: { answer: ModelAnswer | undefined }) {
	if (answer?.kind === "failed")
		return (
			<td colSpan={3} class="compared-failed" title={answer.sentence}>
				{answer.sentence}
			</td>
		);
	return (
		<>
			<td class="compared-text">{answer ? answer.text.replaceAll("\n", " ") || "–" : ""}</td>
			<td>{answer && answer.leastSure !== null ? percent(answer.leastSure) : ""}</td>
			<td>{answer && `${answer.ms.toFixed(answer.ms < 10 ? 1 : 0)} ms`}</td>
		</>
	);
}
