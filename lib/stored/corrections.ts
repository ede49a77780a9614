import * as v from "valibot";
import { GLYPH } from "./reading.ts";
import { moment, number, soundItems, withoutTwins } from "./sound-items.ts";

/** A digit that a person has put right, with what the model saw of it. */
export interface Correction {
	readonly id: string;
	/** Name of the reading that it was made in. */
	readonly reading: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** As `encodeGlyph` writes it. */
	readonly glyph: string;
	/** What it is, as the person says. */
	readonly digit: string;
	/** What was read. */
	readonly read: string;
}

/** Raised with every change of their shape; `UPGRADES` then turns the old into the new. */
const VERSION = 1;

/** One step a version: the items of version 1 as those of version 2, and so on. */
const UPGRADES: readonly ((item: unknown) => unknown)[] = [];

const digit = v.pipe(v.string(), v.regex(/^\d$/));

const CORRECTION = v.object({
	id: v.string(),
	reading: v.string(),
	at: moment,
	glyph: GLYPH,
	digit,
	read: digit,
});

const STORE = v.object({ version: v.pipe(number, v.integer(), v.minValue(1)), kept: v.array(v.unknown()) });

/** Those that are sound in what was kept, whichever version kept it. */
export function readCorrections(left: unknown, upgrades = UPGRADES): Correction[] {
	const store = v.safeParse(STORE, left);
	if (!store.success) return [];
	const { version, kept } = store.output;
	const now = kept.map((item) => upgrades.slice(version - 1).reduce((old, upgrade) => upgrade(old), item));
	return withoutTwins(soundItems(CORRECTION)(now));
}

export function writeCorrections(kept: readonly Correction[]): unknown {
	return { version: VERSION, kept };
}
