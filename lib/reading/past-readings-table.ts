import { toCsv, toTabbed } from "../csv.ts";

/** The columns of a past reading that leave the browser. */
export interface TableRow {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly text: string;
	readonly title: string;
	readonly address?: string;
}

const HEAD = ["time", "digits", "page", "address"] as const;

function cellsOf({ at, text, title, address = "" }: TableRow): string[] {
	return [new Date(at).toISOString(), text, title, address];
}

/** Readings as CSV (RFC 4180) with a header line; times as ISO 8601. */
export function readingsToCsv(readings: readonly TableRow[]): string {
	return toCsv([HEAD, ...readings.map(cellsOf)]);
}

/** Readings as rows to be pasted into a spreadsheet, without a header line. */
export function readingsToTabbed(readings: readonly TableRow[]): string {
	return toTabbed(readings.map(cellsOf));
}

/** Readings as JSON: a list of `{time, digits, page, address}`. */
export function readingsToJson(readings: readonly TableRow[]): string {
	const rows = readings.map((reading) => {
		const cells = cellsOf(reading);
		return Object.fromEntries(HEAD.map((name, i) => [name, cells[i]]));
	});
	return `${JSON.stringify(rows, null, "\t")}\n`;
}
