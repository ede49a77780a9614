import * as v from "valibot";
import { moment, soundItems, withoutTwins } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

/** Something that was read in a page. */
export interface PastReading {
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** As `displayText` gives it, or as a person has put it right. */
	readonly text: string;
	/** Where a person has put it right: as it was read. */
	readonly read?: string;
	/** Title of the page; empty where the browser keeps it to itself. */
	readonly title: string;
	/** Address of the page, where it has one of the web. */
	readonly address?: string;
	/** What was read, small, as a `data:` address; empty where it was lost. */
	readonly picture: string;
	/** Stays, however many come after it. */
	readonly isPinned?: boolean;
}

/** How many are kept, and how many more that are pinned; the oldest go first. */
export const MOST = 200;

const READING = v.object({
	id: v.string(),
	at: moment,
	text: v.string(),
	read: v.fallback(v.exactOptional(v.string()), undefined as never),
	title: v.fallback(v.string(), ""),
	address: v.fallback(v.exactOptional(v.pipe(v.string(), v.regex(/^https?:\/\//))), undefined as never),
	// Nothing is fetched to show the past.
	picture: v.fallback(v.pipe(v.string(), v.regex(/^(?:data:image\/|$)/)), ""),
	isPinned: v.fallback(v.exactOptional(v.boolean()), undefined as never),
});

/** On this device only, the newest first. */
export const pastReadings = stored<readonly PastReading[]>("local:pastReadings", (left) =>
	withoutTwins(soundItems(READING)(left)),
);

/**
 * Keeps readings, also those that were deleted a moment ago: they find their place by their time. One that is kept
 * already is replaced, and so is the same picture: what a person made of that stays. Rejects where there is no room.
 */
export function remember(...readings: readonly PastReading[]): Promise<void> {
	return change((kept) => {
		const come = readings.map((reading) => inPlaceOf(reading, kept.find(isSame(reading))));
		const others = kept.filter((old) => !come.some((reading) => isSame(reading)(old)));
		return newest([...come, ...others]);
	});
}

/** Keeps a reading beside others of the same picture. Rejects where there is no room. */
export function rememberApart(reading: PastReading): Promise<void> {
	return change((kept) => newest([reading, ...kept]));
}

/** As many readings as are kept, the newest first. */
function newest(readings: readonly PastReading[]): PastReading[] {
	const all = withoutTwins(readings).toSorted((a, b) => b.at - a.at);
	const staying = new Set([
		...all.filter(({ isPinned }) => isPinned).slice(0, MOST),
		...all.filter(({ isPinned }) => !isPinned).slice(0, MOST),
	]);
	return all.filter((reading) => staying.has(reading));
}

const isSame = (reading: PastReading) => (other: PastReading) =>
	reading.id === other.id || (reading.picture !== "" && reading.picture === other.picture);

function inPlaceOf(reading: PastReading, old: PastReading | undefined): PastReading {
	if (!old) return reading;
	const { id, read, text, isPinned } = old;
	// What comes once more by its own name brings its text along.
	const corrected = id !== reading.id && read !== undefined && { text, read };
	return { ...(isPinned && { isPinned }), ...reading, ...corrected };
}

/** Puts into one reading what a person has made of it; what has no digit left is none. */
export function correct(id: string, text: string): Promise<void> {
	if (!/\d/.test(text)) return Promise.resolve();
	return change((kept) =>
		kept.map((reading) => {
			if (reading.id !== id) return reading;
			const { read = reading.text, ...others } = reading;
			return { ...others, text, ...(read !== text && { read }) };
		}),
	);
}

/** Lets a reading stay, or go with the others. */
export function pin(id: string, isPinned: boolean): Promise<void> {
	return change((kept) => kept.map((reading) => (reading.id === id ? { ...reading, isPinned } : reading)));
}

/** Deletes one reading. */
export function forget(id: string): Promise<void> {
	return change((kept) => kept.filter((reading) => reading.id !== id));
}

/** Deletes them all, but for those that are pinned. */
export function forgetAll(): Promise<void> {
	return change((kept) => kept.filter(({ isPinned }) => isPinned));
}

/** One change at a time, also when the background and a page want to make one. */
function change(how: (kept: readonly PastReading[]) => readonly PastReading[]): Promise<void> {
	return navigator.locks.request("pastReadings", async () => {
		await pastReadings.setValue(how(await pastReadings.getValue()));
	});
}
