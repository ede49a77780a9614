import { t } from "../lib/browser/language.ts";
import type { ModelCard } from "../lib/models/card.ts";
import { MODELS, type ModelName } from "../lib/models/catalogue.ts";
import { share } from "./numbers.ts";

// Cards are written in English, by the commands that make and measure models.

/** Which system a model reproduces. */
export function originWords({ reproduces }: Pick<ModelName, "reproduces">): string {
	if (!reproduces) return t("model.origin.own");
	const { framework, percent } = reproduces;
	return t("model.origin.reproduces", { framework, percent: share(percent / 100) });
}

/**
 * How a model was trained, with the words of the field marked by their names in the glossary; of one that is not in the
 * package as its card has it.
 */
export function recipeWords({ id, recipe }: Pick<ModelCard, "id" | "recipe">): string {
	const entry = MODELS.find((model) => model.id === id);
	return entry ? t(entry.recipe) : recipe.description;
}

/** Of what a model was trained on, by the names of the cards: each is a word of the field, and marked as that. */
const TRAINING_SETS: Readonly<Record<string, string>> = {
	mnist: "<mnist>MNIST</mnist>",
	pendigits: "<pendigits>pendigits</pendigits>",
	optdigits: "<optdigits>optdigits</optdigits>",
	omniglot: "<omniglot>Omniglot</omniglot>",
};

/** A set of digits or other marks that a model was trained on. */
export function trainingSetWords(name: string): string {
	return TRAINING_SETS[name] ?? name;
}

const SETS = {
	usps: () => t("model.set.usps"),
	optdigits: () => t("model.set.optdigits"),
	"optdigits, held out": () => t("model.set.optdigitsHeldOut"),
	pendigits: () => t("model.set.pendigits"),
	"pendigits, writers held out": () => t("model.set.pendigitsHeldOut"),
	"chars74k-hnd-digits": () => t("model.set.chars74k"),
	"drawn-canvas": () => t("model.set.drawn"),
} as const;

/** What a set of digits is. */
export function setWords(name: string): string {
	return name in SETS ? SETS[name as keyof typeof SETS]() : name;
}
