import { formatFixed, formatNumber, t } from "../../../lib/browser/language.ts";
import { REFUSED } from "../../../lib/evaluation/measures.ts";
import { DIGITS } from "../../../lib/models/outputs.ts";
import type { ReportState } from "./report-state.ts";

const ANSWERS = [...Array(DIGITS).keys()];

/** Which digits are read as which: rows are the truth, columns the answers. A cell shows its mistakes below. */
export function Confusion({ report, rows }: { report: ReportState; rows: readonly (readonly number[])[] }) {
	const percent = report.inPercent.value;
	const refuses = rows.some((row) => row[REFUSED] > 0);
	return (
		<>
			<label class="check">
				<input
					type="checkbox"
					checked={percent}
					onChange={(event) => {
						report.inPercent.value = event.currentTarget.checked;
					}}
				/>
				{t("lab.report.inPercent")}
			</label>
			<div class="scroller">
				<table class="confusion">
					<caption class="spoken">{t("lab.report.rows")}</caption>
					<thead>
						<tr>
							<td class="quiet">{t("lab.report.corner")}</td>
							{ANSWERS.map((digit) => (
								<th scope="col" key={digit}>
									{digit}
								</th>
							))}
							{refuses && <th scope="col">{t("lab.report.refused")}</th>}
						</tr>
					</thead>
					<tbody>
						{rows.map((row, truth) => (
							<tr key={ANSWERS[truth]}>
								<th scope="row">{truth}</th>
								{row.slice(0, refuses ? REFUSED + 1 : DIGITS).map((count, answer) => (
									<Count key={answer} report={report} row={row} truth={truth} answer={answer} count={count} />
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}

interface CountProps {
	readonly report: ReportState;
	readonly row: readonly number[];
	readonly truth: number;
	readonly answer: number;
	readonly count: number;
}

function Count({ report, row, truth, answer, count }: CountProps) {
	const total = row.reduce((sum, value) => sum + value, 0) || 1;
	const shown = report.inPercent.value ? formatFixed((count / total) * 100, 1) : formatNumber(count);
	if (truth === answer) return <td class="confusion-right">{shown}</td>;
	if (count === 0) return <td class="confusion-none">·</td>;
	// A tenth of a percent is already visible; the square root keeps few and many apart.
	const strength = Math.min(1, Math.sqrt((count / total) * 40));
	const chosen = report.cell.value?.truth === truth && report.cell.value.answer === answer;
	return (
		<td style={{ "--strength": strength }} class="confusion-wrong">
			{answer > 9 ? (
				shown
			) : (
				<button
					type="button"
					aria-pressed={chosen}
					title={t("lab.report.cell", {
						count: formatNumber(count),
						total: formatNumber(total),
						truth,
						answer,
					})}
					onClick={() => report.toggleCell({ truth, answer })}
				>
					{shown}
				</button>
			)}
		</td>
	);
}
