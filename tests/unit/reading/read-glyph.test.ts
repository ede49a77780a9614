import { expect, test } from "vitest";
import { encodeGlyph, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { readGlyph } from "../../../lib/reading/read-glyph.ts";

test("a glyph goes to the model as it is", async () => {
	const glyph = Float32Array.from({ length: GLYPH_SIZE }, (_, i) => (i % 256) / 255);
	const seen: Float32Array[] = [];
	const reading = await readGlyph(encodeGlyph(glyph), {
		classify: async (glyphs) => {
			seen.push(...glyphs);
			return [
				{ probabilities: Float32Array.from({ length: 10 }, (_, digit) => (digit === 4 ? 0.91 : 0.01)) },
			];
		},
	});
	expect(seen).toEqual([glyph]);
	expect(reading.text).toBe("4");
	expect(reading.digits[0]).toMatchObject({
		glyph: encodeGlyph(glyph),
		box: { x: 0, y: 0, width: 28, height: 28 },
	});
});
