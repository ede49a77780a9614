import { linearScale, niceTicks } from "./scale.ts";

export interface Line {
	readonly name: string;
	/** Values at x = 1, 2, 3, ... */
	readonly values: readonly number[];
	/** How it is drawn: the line that matters, its companion, or one for comparison. */
	readonly role: "main" | "second" | "other";
}

export interface LineChartProps {
	readonly title: string;
	readonly lines: readonly Line[];
	/** Name of the x axis. */
	readonly along: string;
	/** An x to be marked, e.g. the best epoch. */
	readonly mark?: { readonly at: number; readonly name: string };
	readonly format: (value: number) => string;
}

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 26;

/** Curves over whole numbers; the numbers themselves stand in a table behind it. */
export function LineChart({ title, lines, along, mark, format }: LineChartProps) {
	const all = lines.flatMap(({ values }) => values);
	const length = Math.max(1, ...lines.map(({ values }) => values.length));
	const yTicks = niceTicks(Math.min(...all), Math.max(...all), 4);
	const xTicks = niceTicks(1, length, 6).filter(
		(tick) => Number.isInteger(tick) && tick >= 1 && tick <= length,
	);
	const x = linearScale([1, length], [LEFT, WIDTH - RIGHT]);
	const y = linearScale([yTicks[0], yTicks.at(-1)!], [HEIGHT - BOTTOM, TOP]);
	return (
		<figure class="chart">
			<figcaption>{title}</figcaption>
			<svg
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
				role="img"
				aria-label={`${title}; the numbers are in the table below`}
			>
				{yTicks.map((tick) => (
					<g key={tick}>
						<line class="chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
						<text class="chart-label" x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
							{format(tick)}
						</text>
					</g>
				))}
				{xTicks.map((tick) => (
					<text class="chart-label" key={tick} x={x(tick)} y={HEIGHT - 8} text-anchor="middle">
						{tick}
					</text>
				))}
				{mark && <line class="chart-mark" x1={x(mark.at)} x2={x(mark.at)} y1={TOP} y2={HEIGHT - BOTTOM} />}
				{lines.map(({ name, values, role }) => (
					<polyline
						key={name}
						class={`chart-line chart-${role}`}
						points={values.map((value, i) => `${x(i + 1)},${y(value)}`).join(" ")}
					>
						<title>{name}</title>
					</polyline>
				))}
			</svg>
			<ul class="legend">
				{lines.map(({ name, role }) => (
					<li key={name} class={`legend-${role}`}>
						{name}
					</li>
				))}
				{mark && <li class="legend-mark">{mark.name}</li>}
			</ul>
			<details>
				<summary>Numbers</summary>
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
}: Omit<LineChartProps, "mark"> & { readonly length: number }) {
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
