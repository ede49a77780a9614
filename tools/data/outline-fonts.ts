import { join } from "node:path";
import type { InkMap } from "../../lib/image/pixels.ts";
import { installOnDemand } from "../install-on-demand.ts";
import fontPackages from "./fonts/package.json" with { type: "json" };
import { drawOutline } from "./outline.ts";

/** A character of an outline font, drawn. */
export interface DrawnCharacter {
	readonly font: string;
	readonly character: string;
	readonly ink: InkMap;
}

const FONTSOURCE = "@fontsource/";

/** Hands of people and of the schools of many countries: the fonts in fonts/package.json, by name. */
export const HANDS = Object.keys(fontPackages.dependencies)
	.filter((name) => name.startsWith(FONTSOURCE))
	.map((name) => name.slice(FONTSOURCE.length))
	.sort();

/** The longer side of a drawn character in pixels, more than twice what it has in a glyph. */
const SIDE = 48;

/**
 * The characters of fonts, drawn: font by font as they are listed, each font's characters in the order given.
 * Those that a font lacks are left out. The fonts are installed when they are needed first.
 */
export async function loadOutlineFonts(
	fonts: readonly string[],
	characters: readonly string[],
): Promise<DrawnCharacter[]> {
	installOnDemand(join(import.meta.dirname, "fonts"), "handwriting fonts, about 70 MB");
	// Not before they are installed.
	const { openFont } = await import("./fonts/open-font.ts");
	const drawn = await Promise.all(
		fonts.map(async (font) => {
			const outlineOf = await openFont(font);
			return Promise.all(
				characters.map(async (character): Promise<DrawnCharacter[]> => {
					const outline = outlineOf(character);
					return outline ? [{ font, character, ink: await drawOutline(outline, SIDE) }] : [];
				}),
			);
		}),
	);
	return drawn.flat(2);
}
