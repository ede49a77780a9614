import { formatFigures, formatNumber, t } from "../../../lib/browser/language.ts";
import type { ConvolutionSum } from "../../../lib/lab/arithmetic.ts";
import { heat, largest } from "./heat.ts";

/** So many maps are added up one by one; the others in one number. */
const SHOWN = 5;

interface ConvolutionSumProps {
	readonly sum: ConvolutionSum;
	readonly bias: number;
	/** What the layer gives on there, after its activation. */
	readonly value: number;
	readonly activation: string | null;
	readonly place: readonly [x: number, y: number];
}

/** The arithmetic behind one pixel of a map: patch x filter, added up over the maps, the bias, the activation. */
export function ConvolutionSumView({ sum, bias, value, activation, place: [x, y] }: ConvolutionSumProps) {
	const { patch, weights, perMap, total } = sum;
	const [height, width, maps] = patch.shape;
	const order = [...perMap.keys()].sort((a, b) => Math.abs(perMap[b]) - Math.abs(perMap[a]));
	const [strongest] = order;
	const ofMap = (values: Float32Array) =>
		Float32Array.from({ length: height * width }, (_, i) => values[i * maps + strongest]);
	const rest = order.slice(SHOWN).reduce((all, map) => all + perMap[map], 0);
	const figures = (number: number) => formatFigures(number, 2);
	return (
		<section class="sum" aria-label={t("lab.sum.title")}>
			<h3>{t("lab.sum.at", { column: x + 1, row: y + 1 })}</h3>
			<div class="sum-tables">
				<Patch
					name={maps === 1 ? t("lab.sum.patch") : t("lab.sum.patchOf", { index: strongest + 1 })}
					values={ofMap(patch.values)}
					width={width}
				/>
				<span class="sum-sign">×</span>
				<Patch name={t("lab.sum.filter")} values={ofMap(weights.values)} width={width} />
				<span class="sum-sign">=</span>
				<b class="sum-part">{figures(perMap[strongest])}</b>
			</div>
			{(maps > 1 || bias !== 0 || activation) && (
				<p class="sum-line">
					{order.slice(maps === 1 ? 1 : 0, SHOWN).map((map, i) => (
						<span key={map}>
							{i > 0 && " + "}
							<span class="quiet">{t("lab.sum.map", { index: map + 1 })}</span> {bracketed(perMap[map])}
						</span>
					))}
					{maps === 1 && figures(perMap[0])}
					{order.length > SHOWN && (
						<>
							{" + "}
							<span class="quiet">{t("lab.sum.others", { count: formatNumber(order.length - SHOWN) })}</span>{" "}
							{bracketed(rest)}
						</>
					)}
					{bias !== 0 && (
						<>
							{" + "}
							<span class="quiet">{t("lab.sum.bias")}</span> {bracketed(bias)}
						</>
					)}{" "}
					= <b>{formatFigures(total, 3)}</b>
					{activation && (
						<>
							{" → "}
							{activation} → <b>{formatFigures(value, 3)}</b>
						</>
					)}
				</p>
			)}
		</section>
	);
}

/** With brackets where it is below 0, as sums are written. */
function bracketed(number: number): string {
	const written = formatFigures(number, 2);
	return number < 0 ? `(${written})` : written;
}

/** Numbers in the colours of the maps, large enough to be read. */
function Patch({ name, values, width }: { name: string; values: Float32Array; width: number }) {
	const most = largest(values);
	const rows = Array.from({ length: values.length / width }, (_, row) => row);
	return (
		<table class="sum-patch">
			<caption>{name}</caption>
			<tbody>
				{rows.map((row) => (
					<tr key={row}>
						{Array.from(values.subarray(row * width, (row + 1) * width), (value, column) => (
							<td key={`${row} ${column}`} style={colours(value, most)}>
								{value === 0 ? "0" : formatFigures(value, 2)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The map's colour, and black or white on it, whichever is read better (relative luminance, WCAG 2). */
function colours(value: number, most: number): { backgroundColor: string; color: string } {
	const [red, green, blue] = new Uint8Array(Uint32Array.of(heat(value, most)).buffer);
	const linear = (byte: number) => (byte / 255) ** 2.2;
	const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
	return { backgroundColor: `rgb(${red} ${green} ${blue})`, color: light > 0.18 ? "#000" : "#fff" };
}
