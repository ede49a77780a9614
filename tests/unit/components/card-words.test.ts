import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { originWords, recipeWords, setWords } from "../../../components/card-words.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { MODELS } from "../../../lib/models/catalogue.ts";

const cardOf = (id: string): ModelCard =>
	JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as ModelCard;

test.each(MODELS)("the English words for how $id was trained are those of its card", ({ id }) => {
	const card = cardOf(id);
	expect(recipeWords(card)).toBe(card.recipe.description);
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
