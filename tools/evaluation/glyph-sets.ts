import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { GLYPH_SIZE, type Glyph } from "../../lib/glyph.ts";
import { DIGITS } from "../../lib/models/outputs.ts";
import { type DigitSet, pictureOf, readDigitSet } from "../data/digit-set.ts";
import { loadPendigits, type PenDigit } from "../data/pen-digits.ts";
import { loadOptdigits } from "../data/picture-digits.ts";
import { decodePicture } from "../recognition/decode.ts";
import type { Item } from "../recognition/inputs.ts";
import { readItem } from "../recognition/read-item.ts";

/** Glyphs with what they are. */
export interface GlyphSet {
	readonly glyphs: readonly Glyph[];
	readonly labels: ArrayLike<number>;
}

/** The pictures of a set of 28x28 glyphs, as they are. */
export function plainGlyphs(set: DigitSet): GlyphSet {
	const glyphs = Array.from(set.labels, (_, i) => Float32Array.from(pictureOf(set, i), (byte) => byte / 255));
	return { glyphs, labels: set.labels };
}

/** The glyph that the recogniser makes of an item taken as one character; blank where it finds no ink. */
async function glyphOf(item: Item): Promise<Glyph> {
	const seen: Glyph[] = [];
	await readItem(item, true, {
		classify: async (glyphs) => {
			seen.push(...glyphs);
			return glyphs.map(() => ({ probabilities: new Float32Array(DIGITS) }));
		},
	});
	return seen[0] ?? new Float32Array(GLYPH_SIZE);
}

async function asGlyphs(samples: readonly { item: Item; label: number }[]): Promise<GlyphSet> {
	const glyphs: Glyph[] = [];
	for (const { item } of samples) glyphs.push(await glyphOf(item));
	return { glyphs, labels: samples.map(({ label }) => label) };
}

async function idxSet(base: string): Promise<GlyphSet> {
	return stackSet(await readDigitSet(`${base}-images-idx3-ubyte.gz`, `${base}-labels-idx1-ubyte.gz`));
}

function stackSet(set: DigitSet): Promise<GlyphSet> {
	return asGlyphs(
		Array.from(set.labels, (label, i) => ({
			label,
			item: {
				kind: "stack",
				ink: {
					width: set.width,
					height: set.height,
					data: Float32Array.from(pictureOf(set, i), (byte) => byte / 255),
				},
			},
		})),
	);
}

function inkSet(drawings: readonly PenDigit[]): Promise<GlyphSet> {
	return asGlyphs(drawings.map(({ label, strokes }) => ({ label, item: { kind: "ink", strokes } })));
}

async function pictureSet(folder: string): Promise<GlyphSet> {
	const labels = JSON.parse(await readFile(path.join(folder, "labels.json"), "utf8")) as {
		file: string;
		text: string;
	}[];
	return asGlyphs(
		await Promise.all(
			labels.map(async ({ file, text }) => ({
				label: Number(text),
				item: {
					kind: "picture" as const,
					pixels: await decodePicture(await readFile(path.join(folder, file))),
				},
			})),
		),
	);
}

const LOADERS: Record<string, (folder: string) => Promise<GlyphSet>> = {
	usps: (folder) => idxSet(path.join(folder, "usps/usps-train")),
	optdigits: (folder) => idxSet(path.join(folder, "optdigits/optdigits-train")),
	"optdigits, held out": async () => stackSet((await loadOptdigits()).heldOut),
	pendigits: async () => {
		const { training, heldOut } = await loadPendigits();
		return inkSet([...training, ...heldOut]);
	},
	"pendigits, writers held out": async () => inkSet((await loadPendigits()).heldOut),
	"chars74k-hnd-digits": (folder) => pictureSet(path.join(folder, "chars74k-hnd-digits")),
	"drawn-canvas": (folder) => pictureSet(path.join(folder, "drawn-canvas")),
};

/** The sets besides MNIST in `folder`, by name, made into glyphs as `recognize --single` does; none without it. */
export async function loadOtherSets(folder: string): Promise<Map<string, GlyphSet>> {
	const sets = new Map<string, GlyphSet>();
	if (!existsSync(folder)) return sets;
	for (const [name, load] of Object.entries(LOADERS)) sets.set(name, await load(folder));
	return sets;
}
