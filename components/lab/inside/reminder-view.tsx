import { GlyphView } from "../../reading/glyph-view.tsx";
import type { InsideState } from "./inside-state.ts";

/** The examples that the model finds most alike, described on demand. */
export function ReminderView({ inside }: { inside: InsideState }) {
	const { count, described, progress, reminders, prepare } = inside.reminders;
	const ready = described.value.has(inside.model.value);
	const working = progress.value !== null;
	return (
		<>
			<p class="quiet">
				The {count} MNIST digits in this package, {count / 10} of each kind, by their likeness in the last
				hidden layer: what the model itself finds alike.
			</p>
			{!ready && (
				<div class="reminders-start">
					<button type="button" class="button" aria-disabled={working} onClick={prepare}>
						Look for likenesses
					</button>
					{working && <progress value={progress.value ?? 0} aria-label="Describing the digits" />}
				</div>
			)}
			{ready && (
				<ol class="reminders">
					{reminders.value.map(({ digit, glyph, likeness }) => (
						<li key={glyph}>
							<GlyphView glyph={glyph} name={`A ${digit}`} />
							<span>
								<b>{digit}</b> <span class="quiet">{likeness.toFixed(2)}</span>
							</span>
						</li>
					))}
				</ol>
			)}
		</>
	);
}
