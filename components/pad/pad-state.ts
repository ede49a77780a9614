import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SavedPad } from "../../lib/browser/saved-pad.ts";
import type { Point } from "../../lib/geometry.ts";
import { strokeDistance } from "../../lib/ink/distance.ts";
import { addStroke, clear, EMPTY_INK, type InkHistory } from "../../lib/ink/history.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import { DEFAULT_SETTINGS, type PadSettings } from "../../lib/settings.ts";
import { change, redo, undo } from "../../lib/undo-history.ts";
import { type Correct, createReader } from "../reading/reader.ts";

export interface PadEffects {
	/** Asks for the reading of these strokes; expected failures are values. */
	readonly read: (strokes: readonly Stroke[]) => Promise<Outcome<Reading>>;
	/** Called after every finished change, and with every reading that comes while the pen is up. */
	readonly save: (pad: SavedPad) => void;
	/** As the person has set it; otherwise as usual. */
	readonly settings?: ReadonlySignal<PadSettings>;
	/** Told of every correction of what is drawn. */
	readonly correct?: Correct;
	/** What was saved last. */
	readonly saved?: SavedPad | null;
}

export type PadState = ReturnType<typeof createPadState>;

/** How near the eraser must come to the middle of a stroke, CSS pixels. */
const ERASER_REACH = 8;

const USUAL = signal(DEFAULT_SETTINGS.pad);

/** The drawing pad without its looks: ink, the reading that follows it, and what a person may do to them. */
export function createPadState({ read, save, saved, settings = USUAL, correct }: PadEffects) {
	const ink = signal<InkHistory>(saved?.ink ?? EMPTY_INK);
	/** The stroke under the pen, not yet part of `ink`. */
	const live = signal<Stroke | null>(null);
	/** What the eraser under way has left so far. */
	const left = signal<readonly Stroke[] | null>(null);
	/** Where the eraser was last. */
	let eraser: Point | undefined;
	const strokes = computed(() => left.value ?? ink.value.now);
	const drawing = computed(() => live.value !== null || left.value !== null);
	/** True while the pen erases. */
	const erasing = signal(false);
	let rest: ReturnType<typeof setTimeout> | undefined;
	const { ask, forget, adopt, ...reader } = createReader(
		read,
		saved?.reading ?? null,
		() => {
			if (!drawing.value) keep();
		},
		(...corrected) => {
			keep();
			correct?.(...corrected);
		},
		saved?.draft,
	);

	function keep(): void {
		const { reading, number } = reader;
		const draft = number.isEdited.value && { draft: number.draft.value };
		save({ ink: ink.value, reading: reading.value, ...draft });
	}

	function readNow(): void {
		const all = live.value ? [...strokes.value, live.value] : strokes.value;
		if (all.length > 0) ask(all);
		else forget();
	}

	/** Once the pen has rested for as long as the person has set, the pad is cleared; undo brings the ink back. */
	function clearLater({ now }: InkHistory): void {
		clearTimeout(rest);
		const { clearAfter } = settings.value;
		if (clearAfter > 0 && now.length > 0)
			rest = setTimeout(() => become(clear(ink.value)), clearAfter * 1000);
	}

	function become(next: InkHistory): void {
		live.value = null;
		left.value = null;
		eraser = undefined;
		clearLater(next);
		if (next === ink.value) return;
		ink.value = next;
		reader.chosen.value = null;
		readNow();
		keep();
	}

	return {
		...reader,
		settings,
		/** The strokes on the pad without the one under the pen. */
		strokes,
		live,
		drawing,
		erasing,
		hasInk: computed(() => strokes.value.length > 0),
		blank: computed(() => strokes.value.length === 0 && live.value === null),
		canUndo: computed(() => ink.value.past.length > 0),
		canRedo: computed(() => ink.value.undone.length > 0),

		/** The pen touched the pad or moved on it by these points. */
		draw(points: readonly Point[]): void {
			clearTimeout(rest);
			reader.chosen.value = null;
			if (erasing.value) {
				const path = eraser ? [eraser, ...points] : points;
				eraser = points.at(-1);
				left.value = strokes.value.filter((stroke) => strokeDistance(stroke, path) > ERASER_REACH);
			} else live.value = [...(live.value ?? []), ...points];
			if (settings.value.live) readNow();
		},
		/** The pen was lifted: what it did stays. */
		lift(): void {
			if (live.value) become(addStroke(ink.value, live.value));
			else if (left.value && left.value.length < ink.value.now.length) become(change(ink.value, left.value));
			else become(ink.value);
		},
		/** The system took the pen away, for instance for a gesture: what it did is dropped. */
		drop(): void {
			if (!drawing.value) return;
			become(ink.value);
			readNow();
		},
		/** Takes what another page of the extension has saved, unless the pen is down here. */
		adopt(saved: SavedPad | null): void {
			if (drawing.value) return;
			clearTimeout(rest);
			ink.value = saved?.ink ?? EMPTY_INK;
			adopt(saved?.reading ?? null, saved?.draft);
		},
		undo: () => become(undo(ink.value)),
		redo: () => become(redo(ink.value)),
		clear: () => become(clear(ink.value)),
		/** Asks again, for instance because another model was chosen. */
		reread: readNow,
	};
}
