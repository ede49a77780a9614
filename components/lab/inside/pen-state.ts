import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { encodeGlyph, GLYPH_SIDE, type Glyph } from "../../../lib/glyph.ts";
import { channelOf, type PenMaps, penMaps } from "../../../lib/ink/pen-maps.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import type { Laboratory } from "../../../lib/lab/laboratory.ts";
import { DEFAULT_MODEL, INK_MODEL } from "../../../lib/models/catalogue.ts";
import { compose, type Reading } from "../../../lib/reading/reading.ts";
import { latestWins } from "../../../lib/tasks/latest-wins.ts";

const WHOLE = { x: 0, y: 0, width: GLYPH_SIDE, height: GLYPH_SIDE };

/** The way of the pen, for the model that has a network for ink; null where the glyph under the lens came without. */
export function createPenState(
	laboratory: Laboratory,
	model: ReadonlySignal<string>,
	glyph: ReadonlySignal<Glyph>,
) {
	const strokes = signal<readonly Stroke[]>([]);
	const maps = computed(() => {
		if (model.value !== DEFAULT_MODEL || strokes.value.length === 0) return null;
		const drawn = penMaps(strokes.value);
		return encodeGlyph(channelOf(drawn, 0)) === encodeGlyph(glyph.value) ? drawn : null;
	});
	/** What the network for ink makes of the maps. */
	const reading = signal<Reading | null>(null);
	const asks = latestWins(
		async (seen: PenMaps | null) => {
			if (!seen) return null;
			const [verdict] = await laboratory.classify(INK_MODEL.id, [seen]);
			return compose([{ line: 0, box: WHOLE, glyph: encodeGlyph(channelOf(seen, 0)), verdict }]);
		},
		(next) => {
			reading.value = next;
		},
		() => {
			reading.value = null;
		},
	);
	effect(() => asks.push(maps.value));
	return {
		maps,
		reading,
		/** The strokes that the glyph is drawn from now. */
		follow(next: readonly Stroke[]): void {
			strokes.value = next;
		},
	};
}
