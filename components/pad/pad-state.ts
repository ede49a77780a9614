import { computed, signal } from "@preact/signals";
import type { SavedPad } from "../../lib/browser/saved-pad.ts";
import { addStroke, clear, EMPTY_INK, type InkHistory, redo, undo } from "../../lib/ink/history.ts";
import type { Point, Stroke } from "../../lib/ink/stroke.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading.ts";
import { latestWins } from "./latest-wins.ts";

export interface PadEffects {
	/** Asks for the reading of these strokes; expected failures are values. */
	readonly read: (strokes: readonly Stroke[]) => Promise<Outcome<Reading>>;
	/** Called after every finished change, and with every reading that comes while the pen is up. */
	readonly save: (pad: SavedPad) => void;
	/** What was saved last. */
	readonly saved?: SavedPad | null;
}

export type PadState = ReturnType<typeof createPadState>;

const LOST = "Digit Lens did not answer. Draw on, or close this window and open it again.";

/** The drawing pad without its looks: ink, the reading that follows it, and what a person may do to them. */
export function createPadState({ read, save, saved }: PadEffects) {
	const ink = signal<InkHistory>(saved?.ink ?? EMPTY_INK);
	/** The stroke under the pen, not yet part of `ink`. */
	const live = signal<Stroke | null>(null);
	const reading = signal<Reading | null>(saved?.reading ?? null);
	const failure = signal<string | null>(null);
	/** Index of the digit that the person chose to look at. */
	const chosen = signal<number | null>(null);

	const digitCount = computed(() => reading.value?.digits.length ?? 0);

	const reader = latestWins(
		read,
		(outcome) => {
			failure.value = outcome.ok ? null : outcome.sentence;
			if (!outcome.ok) return;
			reading.value = outcome.value;
			if (live.value === null) keep();
		},
		() => {
			failure.value = LOST;
		},
	);

	function keep(): void {
		save({ ink: ink.value, reading: reading.value });
	}

	function readNow(): void {
		const strokes = live.value ? [...ink.value.strokes, live.value] : ink.value.strokes;
		if (strokes.length > 0) {
			reader.push(strokes);
			return;
		}
		reader.cancel();
		reading.value = null;
		failure.value = null;
	}

	function become(next: InkHistory): void {
		if (next === ink.value) return;
		ink.value = next;
		chosen.value = null;
		readNow();
		keep();
	}

	return {
		ink,
		live,
		reading,
		failure,
		chosen,
		/** Index of the digit that is looked at: the chosen one, else the last. -1 without digits. */
		selected: computed(() => Math.min(chosen.value ?? digitCount.value, digitCount.value - 1)),
		hasInk: computed(() => ink.value.strokes.length > 0),
		blank: computed(() => ink.value.strokes.length === 0 && live.value === null),
		canUndo: computed(() => ink.value.past.length > 0),
		canRedo: computed(() => ink.value.undone.length > 0),

		/** The pen touched the pad or moved on it by these points. */
		draw(points: readonly Point[]): void {
			chosen.value = null;
			live.value = [...(live.value ?? []), ...points];
			readNow();
		},
		/** The pen was lifted: its stroke stays. */
		lift(): void {
			const stroke = live.value;
			if (!stroke) return;
			live.value = null;
			become(addStroke(ink.value, stroke));
		},
		/** The system took the pen away, for instance for a gesture: its stroke is dropped. */
		drop(): void {
			if (!live.value) return;
			live.value = null;
			readNow();
		},
		undo: () => become(undo(ink.value)),
		redo: () => become(redo(ink.value)),
		clear: () => become(clear(ink.value)),
		select(index: number): void {
			chosen.value = index;
		},
		/** Asks again, for instance because another model was chosen. */
		reread: readNow,
	};
}
