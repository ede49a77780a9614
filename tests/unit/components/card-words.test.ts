import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { originWords, recipeWords, setWords, trainingSetWords } from "../../../components/card-words.ts";
import { TERMS } from "../../../components/lab/glossary/terms.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { MODELS } from "../../../lib/models/catalogue.ts";

const cardOf = (id: string): ModelCard =>
	JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as ModelCard;

test.each(MODELS)("the English words for how $id was trained are those of its card", ({ id }) => {
	const card = cardOf(id);
	expect(recipeWords(card).replaceAll(/<\/?\w+>/g, "")).toBe(card.recipe.description);
});

test("each word of the field in a recipe, and each set that a model was trained on, is one of the glossary", () => {
	const words = MODELS.flatMap(({ id }) => {
		const card = cardOf(id);
		return [recipeWords(card), ...card.recipe.trainedOn.map(trainingSetWords)];
	});
	const marked = words.map((text) => [...text.matchAll(/<(\w+)>/g)].map(([, mark]) => mark));
	expect(marked.filter((marks) => marks.length === 0)).toEqual([]);
	expect(marked.flat().filter((mark) => !(TERMS as readonly unknown[]).includes(mark))).toEqual([]);
});

test("of a model that is not in the package it is said what its card says", () => {
	const { recipe } = cardOf("vgg-16");
	expect(recipeWords({ id: "own-1", recipe })).toBe(recipe.description);
});

test("every set that a card was measured on has a name for people", () => {
	const sets = MODELS.flatMap(({ id }) => Object.keys(cardOf(id).evaluation?.otherSets ?? {}));
	expect(sets.length).toBeGreaterThan(0);
	expect([...new Set(sets)].filter((name) => setWords(name) === name)).toEqual([]);
	expect(setWords("another")).toBe("another");
});

test("a network that another program has names it, with what it reached", () => {
	const [own, first] = MODELS;
	expect(originWords(own)).toBe("This project’s own");
	expect(originWords(first)).toContain("PyTorch");
	expect(originWords(first)).toContain("99.49 %");
});
