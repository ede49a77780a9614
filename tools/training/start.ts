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
	const started = specs.flatMap(({ name, shape }, i) => {
		const fitted = values[i] && widen(values[i], shape);
		return fitted ? [[name, fitted] as const] : [];
	});
	if (specs.length !== values.length || started.length !== specs.length)
		throw new Error(`The weights of ${model} do not fit ${network.id}.`);
	return new Map(started);
}

/**
 * The values of a weight for this shape. A kernel may have more inputs than its values know, [height, width, in, out]:
 * those further ones begin at zero, as if they were not there. Null where the values do not fit.
 */
function widen(values: Float32Array, shape: readonly number[]): Float32Array | null {
	if (values.length === sizeOf(shape)) return values;
	const [height, width, inputs, outputs] = shape;
	const known = values.length / (height * width * outputs);
	if (shape.length !== 4 || !Number.isInteger(known) || known > inputs) return null;
	const wider = new Float32Array(sizeOf(shape));
	for (let place = 0; place < height * width; place++)
		wider.set(
			values.subarray(place * known * outputs, (place + 1) * known * outputs),
			place * inputs * outputs,
		);
	return wider;
}
