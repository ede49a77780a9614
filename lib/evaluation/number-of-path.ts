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

/**
 * What the rows of a list say of pictures: in each row the name of one of them, and the number that stands next behind
 * it, else before it. People write names with their folders or without, with the slash of their system, and without the
 * ending; archives write their accents in another form.
 *
 * @returns the number of a picture of which the list says one; null where it is about none of them
 */
export function numbersOfRows(
	rows: readonly (readonly string[])[],
	paths: readonly string[],
): ((path: string) => string | null) | null {
	const named = new Set(paths.map((path) => namesOf(path).name));
	const stems = new Set(paths.map((path) => namesOf(path).stem));
	const numbers = new Map<string, string>();
	for (const row of rows) {
		const cells = row.map(namesOf);
		const whole = cells.findIndex(({ name }) => named.has(name));
		const at = whole < 0 ? cells.findIndex(({ name }) => stems.has(name)) : whole;
		if (at < 0) continue;
		const beside = [...row.slice(at + 1), ...row.slice(0, at).reverse()];
		const number = beside.map((cell) => cell.replaceAll(/[\s.,]/g, "")).find((cell) => /^\d+$/.test(cell));
		if (number === undefined) continue;
		const { inFolder, name, stem } = cells[at];
		for (const key of [inFolder, name, stem]) if (!numbers.has(key)) numbers.set(key, number);
	}
	if (numbers.size === 0) return null;
	return (path) => {
		const { inFolder, name, stem } = namesOf(path);
		return numbers.get(inFolder) ?? numbers.get(name) ?? numbers.get(stem) ?? null;
	};
}

/** What a picture is called, the surest first: with its folder, by its name, without its ending. */
function namesOf(path: string): { inFolder: string; name: string; stem: string } {
	const parts = path.trim().normalize("NFC").toLowerCase().split(/[/\\]/).slice(-2);
	const name = parts[parts.length - 1];
	return { inFolder: parts.join("/"), name, stem: name.replace(/\.[^.]*$/, "") };
}
