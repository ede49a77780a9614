import type { Box } from "../geometry.ts";
import { encodeGlyph, type Glyph } from "../glyph.ts";
import { type Shape, showLine } from "../lines/separators.ts";
import type { Verdict } from "../models/verdict.ts";
import type { Cell, Piece } from "./reading.ts";

/** A character that was chosen for a line. */
export interface LineCharacter {
	/** Where it stands, in the unit of the input. */
	readonly box: Box;
	/** Its form as ink, in the same unit. */
	readonly shape: Shape;
	readonly glyph: Glyph;
	readonly verdict: Verdict;
	/** As in `ReadDigit`. */
	readonly cell?: Cell;
}

/** The characters of the line of this number, from left to right, each digit with what stands beside it. */
export function piecesOfLine(line: number, characters: readonly LineCharacter[]): Piece[] {
	const shown = showLine(
		characters.map(({ shape, verdict: { refusal, sign } }) => ({
			...shape,
			isDigit: !refusal,
			...(refusal && sign && { sign: sign.is }),
		})),
	);
	return characters.map(({ box, glyph, verdict, cell }, i) => ({
		line,
		box,
		glyph: encodeGlyph(glyph),
		verdict,
		...shown[i],
		...(cell && { cell }),
	}));
}
