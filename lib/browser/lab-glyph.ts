import { storage } from "wxt/utils/storage";
import { encodeGlyph, GLYPH_SIZE } from "../glyph.ts";

/** A digit to look into, left for the lab by whoever opens `lab.html#/inside`: 784 numbers, 0 = paper, 1 = ink. */
export const labGlyph = storage.defineItem<readonly number[] | null>("session:lab-glyph", { fallback: null });

/** The digit that was left, as `encodeGlyph` writes it; null when there is none or it is no glyph. */
export async function takeLabGlyph(): Promise<string | null> {
	const left = await labGlyph.getValue();
	const isGlyph =
		Array.isArray(left) && left.length === GLYPH_SIZE && left.every((ink) => ink >= 0 && ink <= 1);
	return isGlyph ? encodeGlyph(Float32Array.from(left)) : null;
}
