/** Rows as CSV (RFC 4180), every cell in quotes. */
export function toCsv(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string): string {
	// Spreadsheets run what begins like a formula (OWASP, "CSV Injection"), and pages and files choose their names.
	const safe = /^[=+\-@\t\r]/.test(value) && !NUMBER.test(value) ? `'${value}` : value;
	return `"${safe.replaceAll('"', '""')}"`;
}

/** What begins with a sign and is no formula. */
const NUMBER = /^[+-]\d[\d.,]*$/;

/** Rows as spreadsheets paste them: tabs between the cells, in quotes what holds a tab or an end of line. */
export function toTabbed(rows: readonly (readonly string[])[]): string {
	const plain = (value: string) => (/["\t\r\n]|^[=+\-@]/.test(value) ? cell(value) : value);
	return rows.map((row) => `${row.map(plain).join("\t")}\n`).join("");
}

/**
 * The rows of CSV (RFC 4180), or of the same with semicolons or tabs as spreadsheets write it in many countries: what
 * stands most often in the first line parts its cells. Empty lines are left out.
 */
export function parseCsv(text: string): string[][] {
	// What stands in quotes parts nothing.
	const [first] = text.replaceAll(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1);
	const separator = [",", ";", "\t"].reduce((a, b) =>
		first.split(b).length > first.split(a).length ? b : a,
	);
	const rows: string[][] = [[""]];
	let quoted = false;
	for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
		const row = rows[rows.length - 1];
		const character = text[i];
		if (quoted && character === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
		else if (character === '"' && (quoted || row[row.length - 1] === "")) quoted = !quoted;
		else if (!quoted && character === separator) row.push("");
		else if (!quoted && (character === "\n" || character === "\r")) rows.push([""]);
		else row[row.length - 1] += character;
	}
	return rows.filter((row) => row.some((value) => value !== ""));
}
