/**
 * The number that a picture's name says it is, with its leading zeros: at the name's beginning (`1572.png`,
 * `0042_3.png`, `1572 (2).png`), else at its end (`scan_1572.png`). Null where neither is there.
 */
export function numberOfPath(path: string): string | null {
	const stem = path
		.split("/")
		.at(-1)!
		.replace(/\.[^.]*$/, "");
	return /^(\d+)(?![\dA-Za-z])/.exec(stem)?.[1] ?? /[^\dA-Za-z](\d+)$/.exec(stem)?.[1] ?? null;
}

/** The numbers that a list of rows gives to files: the name in the first column, the number in the second. */
export function numbersOfRows(rows: readonly (readonly string[])[]): Map<string, string> {
	return new Map(
		rows.flatMap(([name = "", number = ""]) => {
			const digits = number.replaceAll(/[\s.,]/g, "");
			return /^\d+$/.test(digits) ? [[name.split("/").at(-1)!, digits] as const] : [];
		}),
	);
}
