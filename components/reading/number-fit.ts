/** Font size of the largest number, CSS pixels. */
const LARGEST = 46;
const SMALLEST = 20;
/** Width of a digit in a system font, as a share of the font size, with the air around it. */
const DIGIT_WIDTH = 0.68;
const LINE_HEIGHT = 1.15;

/**
 * Font size in CSS pixels at which lines of digits fill a space without changing it; below the smallest
 * readable size the space scrolls instead.
 */
export function fitNumber(lines: readonly string[], width: number, height: number): number {
	const longest = Math.max(1, ...lines.map((line) => line.length));
	const size = Math.min(
		LARGEST,
		width / (longest * DIGIT_WIDTH),
		height / (Math.max(1, lines.length) * LINE_HEIGHT),
	);
	return Math.max(SMALLEST, Math.floor(size));
}
