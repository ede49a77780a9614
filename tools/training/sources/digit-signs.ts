import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { SIGN_CLASSES } from "../../../lib/models/signs.ts";
import type { DigitSet } from "../../data/digit-set.ts";
import { loadPendigits } from "../../data/pen-digits.ts";
import { loadValidation } from "../../data/validation.ts";
import { createRandom } from "../../random.ts";
import { LIGHT, STRONG } from "../augmentation/augment.ts";
import type { OpenSource } from "../source.ts";
import { fontSigns, smallSigns, tallSigns } from "./digit-signs-sampler.ts";
import * as kinds from "./ingredients.ts";
import { openWorkerSource } from "./worker-source.ts";

/** Digits, other ink and signs: see digit-signs-sampler.ts. */
export const signSource: OpenSource = (options) =>
	openWorkerSource(import.meta.resolve("./digit-signs-sampler.ts"), {}, options);

const DIGIT = SIGN_CLASSES.indexOf("digit");

/** Glyphs of each kind that validate. */
const OF_A_KIND = 1_500;

/** MNIST's validation digits, writers and fonts that train nothing, and made-up signs; always the same. */
export async function validationSigns(): Promise<DigitSet> {
	const [digits, { heldOut: pen }, { signs, letters }] = await Promise.all([
		loadValidation(),
		loadPendigits(),
		fontSigns("held out", LIGHT),
	]);
	const ingredients: readonly [kinds.Ingredient, label?: number][] = [
		[kinds.crispGlyphs(digits, LIGHT), DIGIT],
		[kinds.writing(pen, LIGHT), DIGIT],
		[signs],
		[letters],
		[smallSigns(STRONG)],
		[tallSigns(STRONG)],
	];
	const count = ingredients.length * OF_A_KIND;
	const pixels = new Uint8Array(count * GLYPH_SIZE);
	const labels = new Uint8Array(count);
	const glyph = new Float32Array(GLYPH_SIZE);
	for (const [kind, [ingredient, label]] of ingredients.entries()) {
		for (let i = 0; i < OF_A_KIND; i++) {
			const at = kind * OF_A_KIND + i;
			const random = createRandom(kind, i);
			const index = Number.isFinite(ingredient.size) ? Math.floor(random() * ingredient.size) : i;
			labels[at] = ingredient.draw(index, random, glyph.fill(0));
			if (label !== undefined) labels[at] = label;
			pixels.set(
				glyph.map((ink) => Math.round(255 * ink)),
				at * GLYPH_SIZE,
			);
		}
	}
	return { width: GLYPH_SIDE, height: GLYPH_SIDE, pixels, labels };
}
