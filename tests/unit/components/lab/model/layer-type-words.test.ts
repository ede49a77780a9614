import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { layerTypeWords } from "../../../../../components/lab/model/layer-type-words.ts";
import type { ModelCard } from "../../../../../lib/models/card.ts";
import { MODELS } from "../../../../../lib/models/catalogue.ts";

test("every layer of the models here says in words what it is and does, and what Keras calls it", () => {
	const types = MODELS.flatMap(({ id }) => {
		const card = JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as ModelCard;
		return card.layers.map(({ type }) => type);
	});
	const words = [...new Set(types)].map((type) => [type, layerTypeWords(type)] as const);
	expect(words.length).toBeGreaterThan(5);
	for (const [type, said] of words) expect(said?.means).toContain(`In Keras it is called ${type}.`);
});

test("one that is known by its name alone is explained too, an unknown one is not", () => {
	expect(layerTypeWords("PReLU")).toEqual({
		title: "PReLU",
		means: "What is below 0 becomes smaller; the rest passes.",
	});
	expect(layerTypeWords("Attention")).toBeNull();
});
