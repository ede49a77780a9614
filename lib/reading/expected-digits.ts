/** No number that people write in one piece has more digits. */
export const MOST_DIGITS = 40;

/** How many digits a text says that a number has: 1 to `MOST_DIGITS`, undefined where it says nothing of the kind. */
export function digitsExpected(text: string): number | undefined {
	const count = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
	return count >= 1 && count <= MOST_DIGITS ? count : undefined;
}
