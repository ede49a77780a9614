import { formatCompact, formatNumber, t } from "../../../lib/browser/language.ts";
import type { FullReport } from "../../../lib/models/card.ts";
import { share, shareRange } from "../../numbers.ts";
import { linearScale } from "../scale.ts";

const SIDE = 260;
/** Below the diagram: how many digits each bar stands for, on a logarithmic scale. */
const COUNTS = 64;
const EDGE = 34;
const at = linearScale([0, 1], [EDGE, SIDE - 14]);
const up = linearScale([0, 1], [SIDE - EDGE, 8]);
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Reliability diagram: how often answers of each confidence are right. On the diagonal confidence means what it says. */
export function Reliability({ bins, expectedError }: FullReport["calibration"]) {
	const most = Math.max(1, ...bins.map(({ count }) => count));
	/** One digit is still to be seen beside ten thousand. */
	const tall = (count: number) => ((1 + Math.log(count)) / (1 + Math.log(most))) * (COUNTS - 20);
	const filled = bins.filter(({ count }) => count > 0);
	return (
		<figure class="chart reliability">
			<figcaption>{t("lab.report.reliability")}</figcaption>
			<svg
				viewBox={`0 0 ${SIDE} ${SIDE + COUNTS}`}
				role="img"
				aria-label={t("lab.chart", { title: t("lab.report.reliabilityDiagram") })}
			>
				{TICKS.map((tick) => (
					<g key={tick}>
						<line class="chart-grid" x1={at(0)} x2={at(1)} y1={up(tick)} y2={up(tick)} />
						<text class="chart-label" x={EDGE - 6} y={up(tick) + 4} text-anchor="end">
							{tick * 100}
						</text>
						<text class="chart-label" x={at(tick)} y={SIDE - EDGE + 18} text-anchor="middle">
							{tick * 100}
						</text>
					</g>
				))}
				{filled.map(({ from, to, accuracy }) => (
					<rect
						key={from}
						class="reliability-bin"
						x={at(from) + 1}
						width={at(to) - at(from) - 2}
						y={up(accuracy)}
						height={up(0) - up(accuracy)}
					/>
				))}
				<line class="chart-mark" x1={at(0)} y1={up(0)} x2={at(1)} y2={up(1)} />
				{filled.map(({ from, to, count }) => (
					<g key={from}>
						<rect
							class="reliability-count"
							x={at(from) + 1}
							width={at(to) - at(from) - 2}
							y={SIDE + COUNTS - tall(count)}
							height={tall(count)}
						/>
						<text
							class="chart-label reliability-number"
							x={(at(from) + at(to)) / 2}
							y={SIDE + COUNTS - tall(count) - 3}
							text-anchor="middle"
						>
							{formatCompact(count)}
						</text>
					</g>
				))}
			</svg>
			<p class="quiet">
				{t("lab.report.reliabilityHow", { error: share(expectedError) })} {t("lab.report.reliabilityCounts")}
			</p>
			<details>
				<summary>{t("lab.numbers")}</summary>
				<table class="numbers">
					<thead>
						<tr>
							<th scope="col">{t("lab.report.confidence")}</th>
							<th scope="col">{t("lab.column.digits")}</th>
							<th scope="col">{t("lab.report.meanConfidence")}</th>
							<th scope="col">{t("lab.column.right")}</th>
						</tr>
					</thead>
					<tbody>
						{filled.map(({ from, to, count, confidence, accuracy }) => (
							<tr key={from}>
								<th scope="row">{shareRange([from, to])}</th>
								<td>{formatNumber(count)}</td>
								<td>{share(confidence)}</td>
								<td>{share(accuracy)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	);
}
