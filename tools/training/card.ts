import { execFileSync } from "node:child_process";
import type { TrainingCard } from "../../lib/models/card.ts";
import { INK_MODEL, LINE_MODEL, MODELS, type ModelName, SIGN_MODEL } from "../../lib/models/catalogue.ts";
import { parameterCount, placeLayers } from "../../lib/models/network.ts";
import type { Recipe } from "./recipe.ts";
import type { Storage } from "./storage.ts";
import type { TrainingResult } from "./trainer.ts";

function currentCommit(): string {
	try {
		return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
	} catch {
		return "unknown";
	}
}

/** What the catalogue says of a model. Throws when it is not listed; ask before a long training. */
export function catalogueEntry(id: string): ModelName {
	const entry = [...MODELS, LINE_MODEL, INK_MODEL, SIGN_MODEL].find((model) => model.id === id);
	if (!entry) throw new Error(`Add ${id} to lib/models/catalogue.ts first: its card needs the name.`);
	return entry;
}

/** Which system a model reproduces, as its card says it. */
function originOf({ reproduces }: ModelName): string {
	if (!reproduces) return "This project's own";
	return `A ${reproduces.framework} desktop classifier, ${reproduces.percent} %`;
}

/** The card of a training that has just ended. */
export function trainingCard(
	recipe: Recipe,
	seed: number,
	{ history, bestEpoch }: TrainingResult,
	temperature: number,
	{ json, bin, precision, accuracyLost }: Storage,
): TrainingCard {
	const { network, source: _source, validation: _validation, ...facts } = recipe;
	const entry = catalogueEntry(network.id);
	return {
		id: network.id,
		name: entry.name,
		origin: originOf(entry),
		layers: placeLayers(network).map(({ name, layer, outputShape, weights }) => ({
			name,
			type: layer.type,
			outputShape,
			parameters: weights.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0),
		})),
		parameters: parameterCount(network),
		bytes: json.length + bin.length,
		precision: { kernels: precision, accuracyLost },
		recipe: facts,
		seed,
		date: new Date().toISOString().slice(0, 10),
		commit: currentCommit(),
		bestEpoch,
		temperature,
		history,
	};
}
