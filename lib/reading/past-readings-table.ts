import { toCsv } from "../csv.ts";

/** The columns of a past reading that leave the browser. */
export interface TableRow {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly text: string;
	readonly title: string;
}

/** Readings as CSV (RFC 4180) with a header line; times as ISO 8601. */
export function readingsToCsv(readings: readonly TableRow[]): string {
	const rows = readings.map(({ at, text, title }) => [new Date(at).toISOString(), text, title]);
	return toCsv([["time", "digits", "page"], ...rows]);
}

/** Readings as JSON: a list of `{time, digits, page}`. */
export function readingsToJson(readings: readonly TableRow[]): string {
	const rows = readings.map(({ at, text, title }) => ({
		time: new Date(at).toISOString(),
		digits: text,
		page: title,
	}));
	return `${JSON.stringify(rows, null, "\t")}\n`;
}
