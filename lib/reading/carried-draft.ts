import { type Character, type Draft, draftOf, type Field, fieldsOf, isCorrected } from "./draft.ts";
import type { ReadDigit, Reading } from "./reading.ts";

/**
 * A newer reading of the same thing with what a person has changed in the older one: digits that look the same at the
 * same place stay as the person has put them, or taken away, and what was put in stays beside them.
 */
export function carriedOver(
	draft: Draft,
	older: Pick<Reading, "digits">,
	newer: Pick<Reading, "digits" | "grid">,
	separators?: boolean,
): Draft {
	const name = ({ glyph, box }: ReadDigit) => `${glyph} ${box.x} ${box.y}`;
	const changed = new Map(
		fieldsOf(draft).flatMap((field) =>
			field.flatMap((character) =>
				character.index !== undefined && isCorrected(character)
					? [[name(older.digits[character.index]), character.text] as const]
					: [],
			),
		),
	);
	const there = new Set(newer.digits.map(name));
	const put = putBeside(draft, ({ index }) => {
		const digit = index === undefined ? undefined : name(older.digits[index]);
		return digit !== undefined && there.has(digit) ? digit : undefined;
	});
	const carry = (field: Field): Field =>
		field.flatMap((character) => {
			if (character.index === undefined) return [character];
			const digit = name(newer.digits[character.index]);
			const text = changed.get(digit) ?? character.text;
			return [...(put.before.get(digit) ?? []), { ...character, text }, ...(put.behind.get(digit) ?? [])];
		});
	const { blocks } = draftOf(newer, separators);
	return {
		blocks: blocks.map((block) =>
			block.kind === "line"
				? { kind: "line", field: carry(block.field) }
				: { kind: "table", rows: block.rows.map((row) => row.map(carry)) },
		),
	};
}

/** What a person has put in, by the digit that it stands behind, else before; `nameOf` names those that count. */
function putBeside(draft: Draft, nameOf: (character: Character) => string | undefined) {
	const behind = new Map<string, Character[]>();
	const before = new Map<string, Character[]>();
	for (const field of fieldsOf(draft)) {
		const names = field.map(nameOf);
		for (const [i, character] of field.entries()) {
			if (character.read !== "" || character.text === "") continue;
			const last = names.slice(0, i).findLast((digit) => digit !== undefined);
			const anchor = last ?? names.slice(i).find((digit) => digit !== undefined);
			const side = last === undefined ? before : behind;
			if (anchor !== undefined) side.set(anchor, [...(side.get(anchor) ?? []), character]);
		}
	}
	return { behind, before };
}
