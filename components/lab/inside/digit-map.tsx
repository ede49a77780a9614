import { useSignal } from "@preact/signals";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { GlyphView } from "../../reading/glyph-view.tsx";
import { Term } from "../glossary/term.tsx";
import { linearScale } from "../scale.ts";
import type { DigitMap } from "./reminder-state.ts";

const WIDTH = 480;
const HEIGHT = 340;
const EDGE = 14;

/** How near the pointer has to be, in the unit of the picture. */
const REACH = 14;

interface DigitMapProps {
	readonly map: DigitMap;
	/** A digit was chosen, as `encodeGlyph` writes it. */
	readonly onOpen: (glyph: string) => void;
}

/** All examples as digits on a plane, the digit under the lens among them; pointing at one shows it. */
export function DigitMapView({ map: { points, own, shown }, onOpen }: DigitMapProps) {
	const pointed = useSignal<number | null>(null);
	const all = [...points.map(({ x, y }) => [x, y] as const), ...(own ? [own] : [])];
	const range = (axis: 0 | 1): [number, number] => {
		const values = all.map((place) => place[axis]);
		return [Math.min(...values), Math.max(...values)];
	};
	const across = linearScale(range(0), [EDGE, WIDTH - EDGE]);
	const up = linearScale(range(1), [HEIGHT - EDGE, EDGE]);

	function nearestTo(event: { currentTarget: Element; clientX: number; clientY: number }): number | null {
		const { left, top, width } = event.currentTarget.getBoundingClientRect();
		const scale = WIDTH / width;
		const away = points.map(({ x, y }) =>
			Math.hypot(across(x) - (event.clientX - left) * scale, up(y) - (event.clientY - top) * scale),
		);
		const nearest = away.indexOf(Math.min(...away));
		return away[nearest] <= REACH ? nearest : null;
	}

	/** The arrows go through the digits as they lie. */
	function step(event: KeyboardEvent): void {
		const along = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
		if (!along) return;
		event.preventDefault();
		const axis = event.key === "ArrowLeft" || event.key === "ArrowRight" ? "x" : "y";
		const order = [...points.keys()].sort((a, b) =>
			axis === "x" ? points[a].x - points[b].x : points[b].y - points[a].y,
		);
		const now = pointed.value === null ? -1 : order.indexOf(pointed.value);
		pointed.value = order[Math.max(0, Math.min(order.length - 1, now + along))];
	}

	const shownPoint = pointed.value === null ? undefined : points[pointed.value];
	return (
		<figure class="digit-map">
			<div class="digit-plane">
				<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
					{points.map(({ digit, glyph, x, y }, i) => (
						<text
							key={glyph}
							class="digit-point"
							data-digit={digit}
							data-pointed={i === pointed.value}
							x={across(x)}
							y={up(y)}
							text-anchor="middle"
							dominant-baseline="central"
						>
							{digit}
						</text>
					))}
					{own && (
						<g class="digit-own">
							<circle cx={across(own[0])} cy={up(own[1])} r="11" />
							<circle cx={across(own[0])} cy={up(own[1])} r="3" />
						</g>
					)}
				</svg>
				<button
					type="button"
					aria-label={t("lab.reminders.map")}
					onPointerMove={(event) => {
						pointed.value = nearestTo(event);
					}}
					onPointerLeave={() => {
						pointed.value = null;
					}}
					onKeyDown={step}
					onClick={(event) => {
						// A key press has no place: it opens the one that the arrows went to.
						const chosen = event.detail === 0 ? pointed.value : nearestTo(event);
						if (chosen !== null) onOpen(points[chosen].glyph);
					}}
				/>
			</div>
			<figcaption class="quiet">
				<span>
					{t("lab.reminders.mapHow")}{" "}
					<Term id="principalComponents">
						{t("lab.reminders.mapShown", { percent: formatNumber(Math.round(shown * 100)) })}
					</Term>
				</span>
				<span class="digit-pointed" role="status">
					{shownPoint && (
						<GlyphView glyph={shownPoint.glyph} name={t("lab.reminders.one", { digit: shownPoint.digit })} />
					)}
				</span>
			</figcaption>
		</figure>
	);
}
