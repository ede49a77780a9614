import { parseModel } from "../../lib/models/format.ts";
import { sizeOf } from "../../lib/models/layer-shapes.ts";
import { readModelFiles } from "../../lib/models/loading.ts";
import { type Weights, weightSpecs } from "../../lib/models/network.ts";
import { readPackageFile } from "../data/package-file.ts";
import { initialWeights } from "./initialisers.ts";
import type { Recipe } from "./recipe.ts";

/** The weights that a recipe begins with. Throws when those of another model do not fit its network. */
export async function startingWeights(
	{ network, initialiser }: Pick<Recipe, "network" | "initialiser">,
	seed: number,
): Promise<Weights> {
	if (typeof initialiser === "string") return initialWeights(network, initialiser, seed);
	const { model } = initialiser;
	const values = [...parseModel(model, ...(await readModelFiles(model, readPackageFile))).weights.values()];
	const specs = weightSpecs(network);
	if (specs.length !== values.length || specs.some(({ shape }, i) => sizeOf(shape) !== values[i].length))
		throw new Error(`The weights of ${model} do not fit ${network.id}.`);
	return new Map(specs.map(({ name }, i) => [name, values[i]]));
}
