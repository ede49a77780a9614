import { writeFile } from "node:fs/promises";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { createRandom } from "../../random.ts";
import { portions } from "../sources/digit-lens-sampler.ts";
import { drawPictureGrid } from "./picture-grid.ts";

/** Writes a PNG of what the flagship learns from, one row of samples per ingredient, and how fast they are made. */

const COLUMNS = 32;
const path = process.argv[2] ?? "artifacts/contact-sheet.png";
const glyphs: InkMap[] = [];
for (const [name, , ingredient] of await portions()) {
	const started = performance.now();
	const random = createRandom(1);
	for (let i = 0; i < COLUMNS; i++) {
		const glyph = new Float32Array(GLYPH_SIZE);
		ingredient.draw(Math.floor(random() * Math.min(ingredient.size, 2 ** 31)), random, glyph);
		glyphs.push({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph });
	}
	console.log(`${name}: ${(COLUMNS / ((performance.now() - started) / 1000)).toFixed(0)} glyphs a second`);
}
await writeFile(path, drawPictureGrid(glyphs, COLUMNS, 2));
console.log(path);
