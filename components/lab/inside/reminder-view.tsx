import { formatFixed, formatNumber, t } from "../../../lib/browser/language.ts";
import { GlyphView } from "../../reading/glyph-view.tsx";
import { DigitMapView } from "./digit-map.tsx";
import type { InsideState } from "./inside-state.ts";

/** The examples that the model finds most alike, described on demand. */
export function ReminderView({ inside }: { inside: InsideState }) {
	const { count, described, map, progress, reminders, prepare } = inside.reminders;
	const ready = described.value.has(inside.model.value);
	const working = progress.value !== null;
	return (
		<>
			<p class="quiet">{t("lab.reminders.about", { count: formatNumber(count), each: count / 10 })}</p>
			{!ready && (
				<div class="reminders-start">
					<button type="button" class="button" aria-disabled={working} onClick={prepare}>
						{t("lab.reminders.look")}
					</button>
					{working && <progress value={progress.value ?? 0} aria-label={t("lab.reminders.busy")} />}
				</div>
			)}
			{map.value && <DigitMapView map={map.value} onOpen={(glyph) => inside.open(glyph)} />}
			{ready && (
				<ol class="reminders">
					{reminders.value.map(({ digit, glyph, likeness }) => (
						<li key={glyph}>
							<GlyphView glyph={glyph} name={t("lab.reminders.one", { digit })} />
							<span>
								<b>{digit}</b> <span class="quiet">{formatFixed(likeness, 2)}</span>
							</span>
						</li>
					))}
				</ol>
			)}
		</>
	);
}
