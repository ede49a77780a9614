import { GLYPH_SIDE, type Glyph } from "../../lib/glyph.ts";
import { normaliseGlyph } from "../../lib/image/normalise.ts";
import { renderGlyph } from "../../lib/ink/render.ts";
import type { RefusalDigits } from "../training/decision.ts";
import { type DigitSet, pictureOf } from "./digit-set.ts";
import { loadPendigits } from "./pen-digits.ts";
import { loadOptdigits } from "./picture-digits.ts";
import { loadValidation } from "./validation.ts";

function setOf(glyphs: readonly Glyph[], labels: Uint8Array): DigitSet {
	const pixels = Uint8Array.from(
		glyphs.flatMap((glyph) => Array.from(glyph)),
		(ink) => Math.round(ink * 255),
	);
	return { width: GLYPH_SIDE, height: GLYPH_SIDE, pixels, labels };
}

/** Digits of writers who trained nothing, as glyphs, with the share of each set that may be refused. */
export async function unseenDigits(): Promise<RefusalDigits[]> {
	const [validation, { heldOut: pen }, { heldOut: optical }] = await Promise.all([
		loadValidation(),
		loadPendigits(),
		loadOptdigits(),
	]);
	const drawn = pen.map(({ strokes }) => renderGlyph(strokes));
	const scanned = Array.from(optical.labels, (_, index) => {
		const data = Float32Array.from(pictureOf(optical, index), (byte) => byte / 255);
		return normaliseGlyph({ width: optical.width, height: optical.height, data });
	});
	return [
		{ digits: validation, budget: 0.001 },
		{
			digits: setOf(
				drawn,
				Uint8Array.from(pen, ({ label }) => label),
			),
			budget: 0.004,
		},
		{ digits: setOf(scanned, optical.labels), budget: 0.004 },
	];
}
