import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Point } from "../../lib/geometry.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";

/** A character of a single-line font. */
export interface StrokeCharacter {
	readonly font: string;
	readonly character: string;
	readonly strokes: readonly Stroke[];
}

/** Strokes of an SVG path of M and L commands with absolute coordinates. */
function parsePath(path: string, flip: boolean): Stroke[] {
	return path
		.split("M")
		.map((part) => (part.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number))
		.filter((numbers) => numbers.length >= 2)
		.map((numbers) =>
			Array.from(
				{ length: numbers.length >> 1 },
				(_, i): Point => [numbers[2 * i], flip ? -numbers[2 * i + 1] : numbers[2 * i + 1]],
			),
		);
}

const folder = () =>
	createRequire(import.meta.url)
		.resolve("hersheytext/package.json")
		.replace("package.json", "");

const ENTITIES: Readonly<Record<string, string>> = {
	"&quot;": '"',
	"&amp;": "&",
	"&lt;": "<",
	"&gt;": ">",
	"&apos;": "'",
};

const decode = (text: string) =>
	ENTITIES[text] ??
	text.replace(/&#x([\da-f]+);/i, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

async function readSvgFont(font: string): Promise<StrokeCharacter[]> {
	const svg = await readFile(join(folder(), "svg_fonts", `${font}.svg`), "utf8");
	// In SVG fonts y points up.
	return Array.from(svg.matchAll(/<glyph unicode="([^"]+)"[^>]* d="([^"]+)"/g), ([, unicode, path]) => ({
		font,
		character: decode(unicode),
		strokes: parsePath(path, true),
	}));
}

/** Fonts whose strokes follow a pen's path: handwriting, script and engraving (SIL OFL and A. V. Hershey's). */
const SVG_FONTS = [
	"EMSAllure",
	"EMSElfin",
	"EMSFelix",
	"EMSNixish",
	"EMSNixishItalic",
	"EMSOsmotron",
	"EMSReadability",
	"EMSReadabilityItalic",
	"EMSTech",
	"HersheySans1",
	"HersheySansMed",
	"HersheyScript1",
	"HersheyScriptMed",
	"HersheySerifMed",
	"HersheySerifMedItalic",
];

/** The letters, digits and symbols of the single-line fonts in the npm package `hersheytext`. */
export async function loadStrokeFonts(): Promise<StrokeCharacter[]> {
	const fonts = await Promise.all(SVG_FONTS.map(readSvgFont));
	return fonts.flat().filter(({ strokes }) => strokes.length > 0);
}

/** Hershey's other alphabets; characters are numbered, since they have no code of their own. */
const OTHER_ALPHABETS = [
	"cyrillic",
	"greek",
	"japanese",
	"markers",
	"mathlow",
	"symbolic",
	"astrology",
	"meteorology",
];

/** Characters of other alphabets and signs, a few of which look like digits. */
export async function loadSigns(): Promise<StrokeCharacter[]> {
	const text = await readFile(join(folder(), "hersheytext.json"), "utf8");
	const fonts = JSON.parse(text) as Record<string, { chars: { d: string }[] }>;
	return OTHER_ALPHABETS.flatMap((font) =>
		fonts[font].chars.map(({ d }, index) => ({
			font,
			character: String(index),
			strokes: parsePath(d, false),
		})),
	).filter(({ strokes }) => strokes.length > 0);
}
