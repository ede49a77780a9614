/** What a picture should read as, and how strictly. */
export interface Truth {
	/** The digits; lines separated by "\n". */
	readonly text: string;
	/** Whether the order counts; otherwise the digits are compared as a multiset. */
	readonly orderStrict: boolean;
}

/** Line breaks do not count: what is one line to one person is two to another. */
function flat(text: string, orderStrict: boolean): string {
	const digits = text.replace(/\s/g, "");
	return orderStrict ? digits : [...digits].sort().join("");
}

/** The number of insertions, deletions and replacements between the truth and what was read (Levenshtein 1966). */
export function distanceTo({ text, orderStrict }: Truth, read: string): number {
	const a = flat(text, orderStrict);
	const b = flat(read, orderStrict);
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
		row = next;
	}
	return row[b.length];
}

/** The number of digits in a text. */
export function lengthOf(text: string): number {
	return flat(text, true).length;
}
