import { readFile } from "node:fs/promises";
import { join } from "node:path";
import opentype from "opentype.js";
import type { Outline } from "../outline.ts";

/** Finds the outlines of a font's characters, y down; null where the font has none. */
export type OutlineOf = (character: string) => Outline | null;

/** Opens the regular Latin cut of the font in the package `@fontsource/<name>`. */
export async function openFont(name: string): Promise<OutlineOf> {
	const files = join(import.meta.dirname, "node_modules/@fontsource", name, "files");
	const bytes = await readFile(join(files, `${name}-latin-400-normal.woff`));
	const font = opentype.parse(new Uint8Array(bytes).buffer);
	return (character) => {
		const glyph = font.charToGlyph(character);
		// Glyph 0 stands for characters that the font lacks.
		if (glyph.index === 0) return null;
		const path = glyph.getPath(0, 0, 1000);
		const { x1, y1, x2, y2 } = path.getBoundingBox();
		return x2 > x1 && y2 > y1
			? { path: path.toPathData(2), box: { x: x1, y: y1, width: x2 - x1, height: y2 - y1 } }
			: null;
	};
}
