import { formatFigures, formatFixed, t } from "../../../lib/browser/language.ts";
import { outputName } from "./output-name.ts";

/** Softmax as the division that it is: the power of each answer over the sum of all. */
export function SoftmaxSum({ probabilities, unit }: { probabilities: Float32Array; unit: number }) {
	// Relative to the largest, as it is computed, so that no power is too large a number.
	const most = Math.max(...probabilities);
	const powers = Array.from(probabilities, (probability) => probability / most);
	const sum = powers.reduce((total, power) => total + power, 0);
	return (
		<section class="map-filter">
			<h3>{t("lab.softmax.title")}</h3>
			<div class="scroller">
				<table class="numbers softmax">
					<thead>
						<tr>
							<th scope="col">{t("lab.softmax.answer")}</th>
							<th scope="col">{t("lab.softmax.power")}</th>
							<th scope="col">{t("lab.softmax.share")}</th>
						</tr>
					</thead>
					<tbody>
						{powers.map((power, i) => (
							<tr key={outputName(i)} aria-current={i === unit}>
								<th scope="row">{outputName(i)}</th>
								<td>{power === 0 ? "0" : formatFigures(power, 3)}</td>
								<td>{t("percent", { number: formatFixed((100 * power) / sum, 2) })}</td>
							</tr>
						))}
					</tbody>
					<tfoot>
						<tr>
							<th scope="row">{t("lab.softmax.sum")}</th>
							<td>{formatFigures(sum, 3)}</td>
							<td>{t("percent", { number: formatFixed(100, 2) })}</td>
						</tr>
					</tfoot>
				</table>
			</div>
			<p class="quiet">{t("lab.softmax.calibrated")}</p>
		</section>
	);
}
