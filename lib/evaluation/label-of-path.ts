/**
 * The digit that a picture's path says it is: that of the innermost folder which is a digit (`5/a.png`), else
 * the digit at the beginning of the file's name (`5.png`, `5_a.png`, `5 (2).png`), else at its end
 * (`00017_5.png`). Null where none of them says so.
 */
export function labelOfPath(path: string): number | null {
	const [name, ...folders] = path.split("/").reverse();
	const folder = folders.find((part) => /^\d$/.test(part));
	const stem = name.replace(/\.[^.]*$/, "");
	const digit = folder ?? /^(\d)(?!\d)/.exec(stem)?.[1] ?? /[^\d](\d)$/.exec(stem)?.[1];
	return digit === undefined ? null : Number(digit);
}
