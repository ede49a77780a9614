import type { FullReport } from "../../../lib/models/card.ts";
import { share } from "../../options/card-facts.ts";
import { linearScale } from "../scale.ts";

const SIDE = 260;
const EDGE = 34;
const at = linearScale([0, 1], [EDGE, SIDE - 14]);
const up = linearScale([0, 1], [SIDE - EDGE, 8]);
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Reliability diagram: how often answers of each confidence are right. On the diagonal confidence means what it says. */
export function Reliability({ bins, expectedError }: FullReport["calibration"]) {
	const filled = bins.filter(({ count }) => count > 0);
	return (
		<figure class="chart reliability">
			<figcaption>Right answers by confidence</figcaption>
			<svg
				viewBox={`0 0 ${SIDE} ${SIDE}`}
				role="img"
				aria-label="Reliability diagram; the numbers are in the table below"
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
			</svg>
			<p class="quiet">
				Across: how sure it said it was, in percent. Up: how often it was right. On the dashed line confidence
				means what it says; on average it is off by {share(expectedError)} (expected calibration error).
			</p>
			<details>
				<summary>Numbers</summary>
				<table class="numbers">
					<thead>
						<tr>
							<th scope="col">Confidence</th>
							<th scope="col">Digits</th>
							<th scope="col">Mean confidence</th>
							<th scope="col">Right</th>
						</tr>
					</thead>
					<tbody>
						{filled.map(({ from, to, count, confidence, accuracy }) => (
							<tr key={from}>
								<th scope="row">
									{share(from)} to {share(to)}
								</th>
								<td>{count.toLocaleString("en")}</td>
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
