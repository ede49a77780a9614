import { formatNumber, t } from "../../lib/browser/language.ts";
import { formatBytes, percent } from "../numbers.ts";
import type { ModelAnswer } from "./comparison.ts";
import type { PopupState } from "./popup-state.ts";

/** All models on this drawing, side by side. */
export function ModelTable({ popup }: { popup: PopupState }) {
	const answers = popup.comparison.answers.value;
	const sizes = popup.comparison.sizes.value;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
		<section class="compared" tabIndex={0} aria-label={t("compare.all")}>
			<table>
				<thead>
					<tr>
						<th scope="col">{t("compare.model")}</th>
						<th scope="col">{t("compare.reads")}</th>
						<th scope="col" title={t("compare.sureIs")}>
							{t("compare.sure")}
						</th>
						<th scope="col" title={t("compare.timeIs")}>
							{t("compare.time")}
						</th>
						<th scope="col" title={t("compare.sizeIs")}>
							{t("compare.size")}
						</th>
					</tr>
				</thead>
				<tbody>
					{popup.models.value.map(({ id, name }) => (
						<tr key={id} aria-current={popup.model.value === id}>
							<th scope="row" title={name}>
								{name}
							</th>
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
			<td>{answer && milliseconds(answer.ms)}</td>
		</>
	);
}

function milliseconds(ms: number): string {
	const decimals = ms < 10 ? 1 : 0;
	return formatNumber(ms, {
		style: "unit",
		unit: "millisecond",
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
	});
}
