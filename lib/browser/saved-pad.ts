import * as v from "valibot";
import type { InkHistory } from "../ink/history.ts";
import type { PictureReading } from "../protocol.ts";
import type { Draft } from "../reading/draft.ts";
import type { Reading } from "../reading/reading.ts";
import { draftFor } from "../stored/draft.ts";
import { packHistory, unpackHistory } from "../stored/packed-history.ts";
import { GLYPH, READING } from "../stored/reading.ts";
import { number, soundItems, soundOr } from "../stored/sound-items.ts";
import { begin, type UndoHistory } from "../undo-history.ts";
import { readingId } from "./follow-reading.ts";
import { stored } from "./stored.ts";

// The popup closes at every click elsewhere; what is in it stays until the browser is closed.

/** A pad as it is stored. */
export interface SavedPad {
	readonly ink: InkHistory;
	readonly reading: Reading | null;
	/** What the person has made of the reading, where that is something else. */
	readonly draft?: Draft;
}

const PAD = v.object({
	ink: v.optional(v.unknown()),
	reading: v.fallback(v.nullable(READING), null),
	draft: v.optional(v.unknown()),
});

export const savedPad = stored<SavedPad | null>(
	"session:pad",
	(left) => {
		const pad = soundOr(v.nullable(PAD), null)(left);
		if (!pad) return null;
		const draft = pad.reading ? draftFor(pad.reading, pad.draft) : undefined;
		return { ink: unpackHistory(pad.ink), reading: pad.reading, ...(draft && { draft }) };
	},
	(pad) => pad && { ...pad, ink: packHistory(pad.ink) },
);

const PIXELS = v.object({ now: GLYPH, past: v.optional(v.unknown()), undone: v.optional(v.unknown()) });

/** The pixel grid, each state as `encodeGlyph` writes it. */
export const savedPixels = stored<UndoHistory<string> | null>("session:pixels", (left) => {
	const pixels = soundOr(v.nullable(PIXELS), null)(left);
	const glyphs = soundItems(GLYPH);
	return pixels && { ...begin(pixels.now), past: glyphs(pixels.past), undone: glyphs(pixels.undone) };
});

/** A picture, and what was read in it; null as long as that is not known. */
export interface SavedPicture {
	readonly picture: OpenedPicture;
	readonly result: PictureReading | null;
	/** What the person has made of the reading, where that is something else. */
	readonly draft?: Draft;
}

/** A picture that was pasted, dropped or chosen. */
export interface OpenedPicture {
	/** The whole file as a `data:` address. */
	readonly url: string;
	/** Name of the file; empty for one without. */
	readonly name: string;
	/**
	 * By this name its reading is followed, cancelled, and kept among past readings: once, however often it is asked
	 * for.
	 */
	readonly id: string;
	/** Of a picture that was read in the past: the id of that reading, in whose place no new one is kept. */
	readonly pastId?: string;
	/** What a person has made of that reading. */
	readonly pastText?: string;
	/** How many digits the person expects of each number. */
	readonly digits?: number;
}

/** Browsers keep 10 MB for a session; a larger picture than this is gone when the popup closes. Characters. */
const LARGEST = 8e6;

const side = v.pipe(number, v.minValue(1));
const RESULT = v.looseObject({
	reading: READING,
	width: side,
	height: side,
	notice: v.exactOptional(v.string()),
	pastId: v.string(),
});
const PICTURE = v.object({
	picture: v.object({
		url: v.pipe(v.string(), v.startsWith("data:image/")),
		name: v.fallback(v.string(), ""),
		id: v.fallback(v.string(), readingId),
		pastId: v.fallback(v.exactOptional(v.string()), undefined as never),
		pastText: v.fallback(v.exactOptional(v.string()), undefined as never),
		digits: v.fallback(v.exactOptional(v.pipe(number, v.integer(), v.minValue(1))), undefined as never),
	}),
	result: v.fallback(v.nullable(RESULT), null),
	draft: v.optional(v.unknown()),
});

export const savedPicture = stored<SavedPicture | null>("session:picture", (left) => {
	const saved = soundOr(v.nullable(PICTURE), null)(left);
	if (!saved) return null;
	const { picture, result } = saved;
	const draft = result ? draftFor(result.reading, saved.draft) : undefined;
	return { picture, result, ...(draft && { draft }) };
});

/** Saves a picture, or forgets the last one where this one is too large; answers whether it is saved. */
export async function savePicture(saved: SavedPicture | null): Promise<boolean> {
	const fits = saved === null || saved.picture.url.length <= LARGEST;
	await savedPicture.setValue(fits ? saved : null);
	return fits;
}

const SURFACES = ["ink", "pixels", "picture"] as const;

/** What the popup shows above the reading. */
export type Surface = (typeof SURFACES)[number];

export const savedSurface = stored<Surface>("session:surface", soundOr(v.picklist(SURFACES), "ink"));
