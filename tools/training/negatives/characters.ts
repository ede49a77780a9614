import { loadSigns, loadStrokeFonts, type StrokeCharacter } from "../../data/stroke-fonts.ts";

/** Latin characters that nobody takes for a digit. Left out: O, I, S, Z, b, g, q, y, brackets and their like. */
const LATIN = [
	..."ABCDEFGHKLMNPRTUVWXYacdefhkmnptuvwx#$%&*+=<>?@^{}~«»€£¥±×÷©®¢ßÆæÑñÃãÄäÜüŸ",
	"&apos;",
	"-",
	":",
];

/** Letters and signs that look like a digit in no hand. */
export const CLEAR_LETTERS: readonly string[] = [..."ABCEFHKMNPRUVWXadefhkmnpuvwx$#&@%€+*=?"];

/** Capitals that look like digits in script: Q like 2, and their like. */
const SCRIPTS = /Script|Allure|Elfin/;
const UNCLEAR_IN_SCRIPT = new Set("DGLTY");

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Signs by their number in the font that are digits, or could be. */
const LIKE_DIGITS: Readonly<Record<string, readonly number[]>> = {
	cyrillic: [0, 6, 7, 8, 11, ...range(14, 24), 41, 46, 56, 57, 59, 62, 65, 73, 78, 88, 89, 93],
	greek: [
		0,
		6,
		7,
		8,
		11,
		...range(14, 24),
		40,
		46,
		48,
		53,
		57,
		59,
		63,
		65,
		67,
		69,
		72,
		77,
		78,
		80,
		81,
		82,
		90,
		91,
		92,
	],
	symbolic: [1, 2, 3, 6, 7, 8, 11, 12, 13, 19, 20, 22, 26, 28, 33, 39, 59, 82, 83, 85, 92],
	japanese: [0, 34, 43, 46, 48, 49, 50, 72, 73, 74, 76, 79, 82, 136, 139, 157, 159, 161, 162],
};

/** The digits of the single-line fonts. */
export async function fontDigits(): Promise<StrokeCharacter[]> {
	return (await loadStrokeFonts()).filter(({ character }) => /^[0-9]$/.test(character));
}

/** Letters of the single-line fonts that are plainly no digits. */
export async function fontLetters(): Promise<StrokeCharacter[]> {
	return (await loadStrokeFonts()).filter(
		({ font, character }) =>
			LATIN.includes(character) && !(SCRIPTS.test(font) && UNCLEAR_IN_SCRIPT.has(character)),
	);
}

/** Signs and letters of other alphabets that are plainly no digits. */
export async function clearSigns(): Promise<StrokeCharacter[]> {
	return (await loadSigns()).filter(({ font, character }) => {
		const excluded = LIKE_DIGITS[font];
		return excluded !== undefined && !excluded.includes(Number(character));
	});
}
