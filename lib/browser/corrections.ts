import type { DigitCorrection } from "../reading/draft.ts";
import { type Correction, readCorrections, writeCorrections } from "../stored/corrections.ts";
import { stored } from "./stored.ts";

/** How many are kept; the oldest go first. With their glyphs they take about 1.2 MB. */
export const MOST_CORRECTIONS = 1000;

/** On this device only, the newest first. */
export const corrections = stored<readonly Correction[]>(
	"local:corrections",
	readCorrections,
	writeCorrections,
);

/**
 * Keeps what is put right in a reading, in the place of all that was put right in it before. The same glyph is kept
 * once: what a person says last is true.
 */
export function correctionsOf(reading: string, found: readonly DigitCorrection[]): Promise<void> {
	return change((kept) => {
		const before = new Map(
			kept.filter((one) => one.reading === reading).map((one) => [one.glyph, one] as const),
		);
		const now = found.map((correction): Correction => {
			const { id = crypto.randomUUID(), at = Date.now() } = before.get(correction.glyph) ?? {};
			return { ...correction, id, at, reading };
		});
		const glyphs = new Set(found.map(({ glyph }) => glyph));
		return [...now, ...kept.filter((one) => one.reading !== reading && !glyphs.has(one.glyph))];
	});
}

/** Brings back what was deleted a moment ago. Rejects where there is no room. */
export function rememberCorrections(...some: readonly Correction[]): Promise<void> {
	const ids = new Set(some.map(({ id }) => id));
	return change((kept) => [...some, ...kept.filter(({ id }) => !ids.has(id))]);
}

/** Deletes one. */
export function forgetCorrection(id: string): Promise<void> {
	return change((kept) => kept.filter((one) => one.id !== id));
}

/** Deletes them all. */
export function forgetCorrections(): Promise<void> {
	return change(() => []);
}

/** One change at a time, whoever makes it; where nothing changes nothing is written. */
function change(how: (kept: readonly Correction[]) => readonly Correction[]): Promise<void> {
	return navigator.locks.request("corrections", async () => {
		const kept = await corrections.getValue();
		const next = how(kept)
			.toSorted((a, b) => b.at - a.at)
			.slice(0, MOST_CORRECTIONS);
		if (JSON.stringify(next) !== JSON.stringify(kept)) await corrections.setValue(next);
	});
}
