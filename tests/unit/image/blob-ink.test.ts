import { expect, test } from "vitest";
import { inkOfBlob } from "../../../lib/image/blob-ink.ts";
import { connectedComponents } from "../../../lib/image/components.ts";
import { normaliseGlyph } from "../../../lib/image/normalise.ts";
import { inkRuns } from "../../../lib/image/runs.ts";
import { onRing, plane } from "./drawing.ts";

const glyphOfRing = (radius: number) => {
	const side = 3 * radius;
	const isInk = onRing(side / 2, side / 2, radius, radius / 4);
	const ink = plane(side, side, (x, y) => (isInk(x, y) ? 255 : 0));
	const [ring] = connectedComponents(inkRuns(ink));
	return { map: inkOfBlob(ink, ring), glyph: normaliseGlyph(inkOfBlob(ink, ring)) };
};

test("of a huge character a part of the pixels shows the glyph as well", () => {
	const [small, huge] = [glyphOfRing(70), glyphOfRing(700)];
	expect(small.map.width).toBeGreaterThan(140);
	expect(huge.map.width).toBeLessThan(200);
	const off = small.glyph.reduce((sum, ink, i) => sum + Math.abs(ink - huge.glyph[i]), 0);
	expect(off / small.glyph.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(0.06);
});
