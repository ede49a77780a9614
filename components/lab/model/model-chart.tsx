import { formatFigures, t } from "../../../lib/browser/language.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { MODELS } from "../../../lib/models/catalogue.ts";
import { checkOf, type OwnModel } from "../../../lib/models/own-model.ts";
import { formatBytes, share } from "../../numbers.ts";
import { linearScale, niceTicks } from "../scale.ts";
import { placeLabels } from "./place-labels.ts";

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 60;
const RIGHT = 96;
const TOP = 16;
const BOTTOM = 40;

/** The area of a circle is the time for a digit: CSS pixels squared a millisecond, and the least radius. */
const AREA = 260;
const LEAST_RADIUS = 4;
const LARGEST_RADIUS = 60;

/** One model in the chart. */
interface Mark {
	readonly id: string;
	readonly name: string;
	readonly accuracy: number;
	readonly bytes: number;
	/** For a digit; null where nobody measured it. */
	readonly milliseconds: number | null;
	readonly imported?: true;
}

/** All models in one picture: how accurate, how large, how slow. A table with the numbers follows. */
export function ModelChart({
	cards,
	own,
	chosen,
}: {
	readonly cards: Readonly<Record<string, ModelCard | null>>;
	/** The imported ones. */
	readonly own: readonly OwnModel[];
	readonly chosen: string;
}) {
	const measured = MODELS.flatMap(({ id, name }): Mark[] => {
		const card = cards[id];
		const report = card?.evaluation?.test ?? card?.evaluation?.validation;
		if (!card?.evaluation || !report) return [];
		const { accuracy } = report;
		return [
			{
				id,
				name,
				accuracy: accuracy.value,
				bytes: card.bytes,
				milliseconds: card.evaluation.milliseconds.alone,
			},
		];
	});
	// A weak one would leave no room between all others.
	const imported = own
		.filter((one) => !checkOf(one).weak)
		.map((one): Mark => {
			const { id, name, bytes } = one;
			return { id, name, accuracy: checkOf(one).share, bytes, milliseconds: null, imported: true };
		});
	const marks = [...measured, ...imported];
	if (marks.length === 0) return null;
	const sizes = marks.map(({ bytes }) => Math.log10(bytes));
	const ticks = niceTicks(
		Math.min(...marks.map((m) => m.accuracy)),
		Math.max(...marks.map((m) => m.accuracy)),
		4,
	);
	const across = linearScale([Math.min(...sizes) - 0.1, Math.max(...sizes) + 0.1], [LEFT, WIDTH - RIGHT]);
	const up = linearScale([ticks[0], ticks[ticks.length - 1]], [HEIGHT - BOTTOM, TOP]);
	const sizeTicks = [1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7].filter(
		(bytes) => Math.log10(bytes) >= Math.min(...sizes) - 0.1 && Math.log10(bytes) <= Math.max(...sizes) + 0.1,
	);
	const circles = marks.map(({ id, name, accuracy, bytes, milliseconds, imported = false }) => ({
		id,
		name,
		imported,
		x: across(Math.log10(bytes)),
		y: up(accuracy),
		radius: Math.max(
			LEAST_RADIUS,
			Math.min(LARGEST_RADIUS, Math.sqrt((AREA * (milliseconds ?? 0)) / Math.PI)),
		),
	}));
	const labels = placeLabels(circles);
	return (
		<figure class="chart model-chart">
			<div class="scroller">
				<svg
					viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
					role="img"
					aria-label={t("lab.chart", { title: t("lab.model.all") })}
				>
					{ticks.map((tick) => (
						<g key={tick}>
							<line class="chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={up(tick)} y2={up(tick)} />
							<text class="chart-label" x={LEFT - 8} y={up(tick) + 4} text-anchor="end">
								{share(tick)}
							</text>
						</g>
					))}
					{sizeTicks.map((bytes) => (
						<text
							class="chart-label"
							key={bytes}
							x={across(Math.log10(bytes))}
							y={HEIGHT - BOTTOM + 20}
							text-anchor="middle"
						>
							{formatBytes(bytes)}
						</text>
					))}
					{circles.map(({ id, name, x, y, radius, imported }, i) => (
						<g class="model-mark" data-chosen={id === chosen} data-imported={imported} key={id}>
							<circle cx={x} cy={y} r={radius} />
							<text x={labels[i].x} y={labels[i].y} dominant-baseline="central">
								{name}
							</text>
						</g>
					))}
				</svg>
			</div>
			<figcaption class="quiet model-chart-words">
				{[t("lab.model.allHow"), ...(imported.length > 0 ? [t("own.inChart")] : [])].join(" ")}
			</figcaption>
			<details>
				<summary>{t("lab.numbers")}</summary>
				<table class="numbers">
					<thead>
						<tr>
							<th scope="col">{t("compare.model")}</th>
							<th scope="col">{t("lab.column.right")}</th>
							<th scope="col">{t("compare.size")}</th>
							<th scope="col">{t("lab.column.milliseconds")}</th>
						</tr>
					</thead>
					<tbody>
						{marks.map(({ id, name, accuracy, bytes, milliseconds }) => (
							<tr key={id}>
								<th scope="row">{name}</th>
								<td>{share(accuracy)}</td>
								<td>{formatBytes(bytes)}</td>
								<td>{milliseconds === null ? "–" : formatFigures(milliseconds, 2)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	);
}
