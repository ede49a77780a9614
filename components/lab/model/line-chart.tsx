import { useSignal } from "@preact/signals";
import type { TargetedPointerEvent } from "preact";
import { t } from "../../../lib/browser/language.ts";
import { Term } from "../glossary/term.tsx";
import type { TermId } from "../glossary/terms.ts";
import { linearScale, niceTicks } from "../scale.ts";

export interface Line {
	readonly name: string;
	/** Values at x = 1, 2, 3, ... */
	readonly values: readonly number[];
	/** How it is drawn: the line that matters, its companion, or one of those that it is compared with. */
	readonly look: "main" | "second" | number;
}

export interface LineChartProps {
	readonly title: string;
	/** The word of the field that the title is about. */
	readonly term?: TermId;
	readonly lines: readonly Line[];
	/** Name of the x axis. */
	readonly along: string;
	/** An x to be marked, e.g. the best epoch. */
	readonly mark?: { readonly at: number; readonly name: string };
	readonly format: (value: number) => string;
	/** The same for a round number at the axis. */
	readonly formatTick: (value: number) => string;
}

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 26;

/**
 * Curves over whole numbers; the legend tells the values under the pointer, all numbers stand in a table behind.
 * SVG rather than a canvas library: a few hundred points need none, and so the lines take the page's colours,
 * forced ones too, and stay sharp on any wall.
 */
export function LineChart({ title, term, lines, along, mark, format, formatTick }: LineChartProps) {
	const pointed = useSignal<number | null>(null);
	const all = lines.flatMap(({ values }) => values);
	const length = Math.max(1, ...lines.map(({ values }) => values.length));
	const yTicks = niceTicks(Math.min(...all), Math.max(...all), 4);
	const xTicks = niceTicks(1, length, 6).filter(
		(tick) => Number.isInteger(tick) && tick >= 1 && tick <= length,
	);
	const x = linearScale([1, length], [LEFT, WIDTH - RIGHT]);
	const y = linearScale([yTicks[0], yTicks.at(-1)!], [HEIGHT - BOTTOM, TOP]);
	const at = Math.min(length, pointed.value ?? length);
	/** What a line says under the pointer; without one, at its end. */
	const valueShown = ({ values }: Line) => (pointed.value === null ? values.at(-1) : values[at - 1]);

	function point(event: TargetedPointerEvent<SVGSVGElement>): void {
		const { left, width } = event.currentTarget.getBoundingClientRect();
		const share = (((event.clientX - left) / width) * WIDTH - LEFT) / (WIDTH - RIGHT - LEFT);
		pointed.value = Math.min(length, Math.max(1, Math.round(1 + share * (length - 1))));
	}

	return (
		<figure class="chart">
			<figcaption>{term ? <Term id={term}>{title}</Term> : title}</figcaption>
			<svg
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
				role="img"
				aria-label={t("lab.chart", { title })}
				onPointerMove={point}
				onPointerLeave={() => {
					pointed.value = null;
				}}
			>
				{yTicks.map((tick) => (
					<g key={tick}>
						<line class="chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
						<text class="chart-label" x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
							{formatTick(tick)}
						</text>
					</g>
				))}
				{xTicks.map((tick) => (
					<text class="chart-label" key={tick} x={x(tick)} y={HEIGHT - 8} text-anchor="middle">
						{tick}
					</text>
				))}
				{mark && <line class="chart-mark" x1={x(mark.at)} x2={x(mark.at)} y1={TOP} y2={HEIGHT - BOTTOM} />}
				{pointed.value !== null && (
					<line class="chart-pointed" x1={x(at)} x2={x(at)} y1={TOP} y2={HEIGHT - BOTTOM} />
				)}
				{lines.map(({ name, values, look }) => (
					<g key={name} class="chart-line" data-look={look}>
						<polyline points={values.map((value, i) => `${x(i + 1)},${y(value)}`).join(" ")} />
						{pointed.value !== null && at <= values.length && (
							<circle cx={x(at)} cy={y(values[at - 1])} r="3.5" />
						)}
					</g>
				))}
			</svg>
			<ul class="legend">
				<li class="legend-at">{pointed.value === null ? t("lab.model.atEnd") : `${along} ${at}`}</li>
				{lines.map((line) => {
					const value = valueShown(line);
					return (
						<li key={line.name}>
							<svg class="legend-line chart-line" data-look={line.look} viewBox="0 0 24 8" aria-hidden="true">
								<polyline points="1,4 23,4" />
							</svg>
							{line.name} <b>{value === undefined ? "–" : format(value)}</b>
						</li>
					);
				})}
				{mark && <li class="legend-mark">{mark.name}</li>}
			</ul>
			<details>
				<summary>{t("lab.numbers")}</summary>
				<NumberTable title={title} lines={lines} along={along} length={length} format={format} />
			</details>
		</figure>
	);
}

function NumberTable({
	title,
	lines,
	along,
	length,
	format,
}: Omit<LineChartProps, "mark" | "formatTick"> & { readonly length: number }) {
	return (
		<table class="numbers">
			<caption class="spoken">{title}</caption>
			<thead>
				<tr>
					<th scope="col">{along}</th>
					{lines.map(({ name }) => (
						<th scope="col" key={name}>
							{name}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{Array.from({ length }, (_, i) => (
					<tr key={i}>
						<th scope="row">{i + 1}</th>
						{lines.map(({ name, values }) => (
							<td key={name}>{i < values.length ? format(values[i]) : ""}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
