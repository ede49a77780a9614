/** The columns of a past reading that leave the browser. */
export interface TableRow {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly text: string;
	readonly title: string;
}

/** Readings as CSV (RFC 4180) with a header line; times as ISO 8601. */
export function toCsv(readings: readonly TableRow[]): string {
	const rows = readings.map(({ at, text, title }) => [new Date(at).toISOString(), text, title]);
	return [["time", "digits", "page"], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Readings as JSON: a list of `{time, digits, page}`. */
export function toJson(readings: readonly TableRow[]): string {
	const rows = readings.map(({ at, text, title }) => ({
		time: new Date(at).toISOString(),
		digits: text,
		page: title,
	}));
	return `${JSON.stringify(rows, null, "\t")}\n`;
}

function cell(value: string): string {
	// Spreadsheets run what begins like a formula (OWASP, "CSV Injection"), and pages choose their titles.
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return `"${safe.replaceAll('"', '""')}"`;
}
