import { computed, signal } from "@preact/signals";
import { decodeGlyph, encodeGlyph, GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../../lib/glyph.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import { begin, change, redo, type UndoHistory, undo } from "../../lib/undo-history.ts";
import { type Correct, createReader } from "../reading/reader.ts";
import { brushLine, type Place } from "./soft-brush.ts";

export interface PixelEffects {
	/** Asks for the reading of this glyph, as `encodeGlyph` writes it; expected failures are values. */
	readonly readGlyph: (glyph: string) => Promise<Outcome<Reading>>;
	/** Called after every finished change, with glyphs as `encodeGlyph` writes them. */
	readonly savePixels: (pixels: UndoHistory<string>) => void;
	/** Told of every correction of what is drawn. */
	readonly correct?: Correct;
	/** What was saved last. */
	readonly savedPixels?: UndoHistory<string> | null;
}

export type PixelState = ReturnType<typeof createPixelState>;

const EMPTY = encodeGlyph(new Float32Array(GLYPH_SIZE));

/** The 28x28 grid without its looks: exactly what a model sees, drawn pixel by pixel. */
export function createPixelState({ readGlyph, savePixels, savedPixels, correct }: PixelEffects) {
	const history = signal<UndoHistory<string>>(savedPixels ?? begin(EMPTY));
	/** The glyph under the brush, not yet part of the history. */
	const live = signal<Glyph | null>(null);
	const glyph = computed(() => live.value ?? decodeGlyph(history.value.now));
	const hasInk = computed(() => glyph.value.some((ink) => ink > 0));
	/** True while the brush takes ink away. */
	const erasing = signal(false);
	/** Column and row of the pixel that is looked at, and that the keyboard works on. */
	const cursor = signal<Place>([GLYPH_SIDE / 2, GLYPH_SIDE / 2]);
	let brush: Place | null = null;
	const { ask, forget, adopt: _, ...reader } = createReader(readGlyph, null, () => {}, correct);

	/** Makes the pixel at this place the one that is looked at; places outside count as the nearest inside. */
	function pointAt([x, y]: Place): void {
		const inside = (value: number) => Math.min(GLYPH_SIDE - 1, Math.max(0, Math.floor(value)));
		cursor.value = [inside(x), inside(y)];
	}

	function readNow(): void {
		if (hasInk.value) ask(encodeGlyph(glyph.value));
		else forget();
	}

	function become(next: UndoHistory<string>): void {
		live.value = null;
		brush = null;
		history.value = next;
		readNow();
		savePixels(next);
	}

	return {
		...reader,
		glyph,
		hasInk,
		erasing,
		cursor,
		drawing: computed(() => live.value !== null),
		canUndo: computed(() => history.value.past.length > 0),
		canRedo: computed(() => history.value.undone.length > 0),

		/** Takes what another page of the extension has saved. */
		adopt(saved: UndoHistory<string> | null): void {
			live.value = null;
			brush = null;
			history.value = saved ?? begin(EMPTY);
			readNow();
		},
		/** The brush came down or moved along these places. */
		draw(places: readonly Place[]): void {
			let next = glyph.value;
			for (const place of places) {
				next = brushLine(next, brush ?? place, place, erasing.value);
				brush = place;
			}
			if (brush) pointAt(brush);
			live.value = next;
			readNow();
		},
		/** Another glyph while something else draws it; `lift` makes it stay. */
		follow(next: Glyph): void {
			live.value = next;
			readNow();
		},
		/** The brush was lifted: what it drew stays. */
		lift(): void {
			if (live.value) become(change(history.value, encodeGlyph(live.value)));
		},
		/** The system took the pointer away: what the brush drew since it came down is dropped. */
		drop(): void {
			if (live.value) become(history.value);
		},
		pointAt,
		moveCursor(right: number, down: number): void {
			const [x, y] = cursor.value;
			pointAt([x + right, y + down]);
		},
		/** Fills the pixel under the cursor, or empties it when it is filled. */
		togglePixel(): void {
			const [x, y] = cursor.value;
			const next = glyph.value.slice();
			const i = y * GLYPH_SIDE + x;
			next[i] = next[i] < 0.5 ? 1 : 0;
			become(change(history.value, encodeGlyph(next)));
		},
		/** Another glyph to work on, as `encodeGlyph` writes it. */
		open: (encoded: string) => become(change(history.value, encoded)),
		undo: () => become(undo(history.value)),
		redo: () => become(redo(history.value)),
		clear(): void {
			if (hasInk.value) become(change(history.value, EMPTY));
		},
		/** Asks again, for instance because another model was chosen. */
		reread: readNow,
	};
}
