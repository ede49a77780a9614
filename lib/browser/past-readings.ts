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
	/** Title of the page; empty where the browser keeps it to itself. */
	readonly title: string;
	/** What was read, small, as a `data:` address; empty where it was lost. */
	readonly picture: string;
}

/** How many are kept; the oldest go first. */
export const MOST = 200;

const READING = v.object({
	id: v.string(),
	at: moment,
	text: v.string(),
	title: v.fallback(v.string(), ""),
	// Nothing is fetched to show the past.
	picture: v.fallback(v.pipe(v.string(), v.regex(/^(?:data:image\/|$)/)), ""),
});

/** On this device only, the newest first. */
export const pastReadings = stored<readonly PastReading[]>("local:pastReadings", (left) =>
	withoutTwins(soundItems(READING)(left)),
);

/**
 * Keeps readings, also those that were deleted a moment ago: they find their place by their time. One that is kept
 * already is replaced. Rejects where there is no room.
 */
export function remember(...readings: readonly PastReading[]): Promise<void> {
	return change((kept) =>
		withoutTwins([...readings, ...kept])
			.sort((a, b) => b.at - a.at)
			.slice(0, MOST),
	);
}

/** Puts into one reading what a person has made of it; what has no digit left is none. */
export function correct(id: string, text: string): Promise<void> {
	if (!/\d/.test(text)) return Promise.resolve();
	return change((kept) => kept.map((reading) => (reading.id === id ? { ...reading, text } : reading)));
}

/** Deletes one reading. */
export function forget(id: string): Promise<void> {
	return change((kept) => kept.filter((reading) => reading.id !== id));
}

/** Deletes them all. */
export function forgetAll(): Promise<void> {
	return change(() => []);
}

/** One change at a time, also when the background and a page want to make one. */
function change(how: (kept: readonly PastReading[]) => readonly PastReading[]): Promise<void> {
	return navigator.locks.request("pastReadings", async () => {
		await pastReadings.setValue(how(await pastReadings.getValue()));
	});
}
