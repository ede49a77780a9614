import type { Character } from "./choose-characters.ts";

/** Beside writing that is so many times as high, what is read is print: the clock of a screen, a page number. */
const MUCH_HIGHER = 10;

/** The characters of a picture's lines, those refused that are tiny beside its largest digit. */
export function withoutFinePrint(lines: readonly (readonly Character[])[]): Character[][] {
	const digits = lines.flat().filter(({ verdict }) => !verdict.refusal);
	const least = Math.max(0, ...digits.map(({ blob }) => blob.box.height)) / MUCH_HIGHER;
	return lines.map((line) =>
		line.map((character) =>
			character.blob.box.height < least && !character.verdict.refusal
				? { ...character, verdict: { ...character.verdict, refusal: "not-a-digit" as const } }
				: character,
		),
	);
}
