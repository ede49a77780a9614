import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startBackend } from "../lib/models/backend.ts";
import { bestTemperature } from "../lib/models/calibration.ts";
import { PLAIN_DECISION } from "../lib/models/judging.ts";
import { registerSimdKernels } from "../lib/models/simd/register.ts";
import type { DigitSet } from "./data/digit-set.ts";
import { catalogueEntry, trainingCard } from "./training/card.ts";
import { fitDecision } from "./training/decision.ts";
import { lossOf } from "./training/objective.ts";
import { Progress } from "./training/progress.ts";
import type { Recipe } from "./training/recipe.ts";
import { compileSimdModule } from "./training/simd-module.ts";
import { startingWeights } from "./training/start.ts";
import { storeModel } from "./training/storage.ts";
import { Trainer } from "./training/trainer.ts";
import { logitsOf, scoreLogits } from "./training/validation.ts";

const USAGE = "npm run train -- ID [--epochs N] [--resume] [--seed N]";

async function loadRecipe(id: string): Promise<Recipe> {
	const address = new URL(`./training/recipes/${id}.ts`, import.meta.url);
	try {
		return ((await import(address.href)) as { recipe: Recipe }).recipe;
	} catch (cause) {
		throw new Error(`There is no recipe ${id} in tools/training/recipes that works.`, { cause });
	}
}

/** Trains a model and writes its files to the package's models. */
async function train(id: string, epochs: number | undefined, seed: number, resume: boolean): Promise<void> {
	await startBackend();
	registerSimdKernels(await compileSimdModule());
	const recipe = await loadRecipe(id);
	catalogueEntry(recipe.network.id);
	const progress = new Progress();
	const trainer = new Trainer({
		recipe,
		epochs: epochs ?? recipe.epochs,
		seed,
		start: await startingWeights(recipe, seed),
		checkpoint: `.cache/training/${id}.checkpoint`,
		resume,
		progress,
	});
	const result = await trainer.run();

	const trained = { network: recipe.network, weights: result.weights };
	const validation = await recipe.validation();
	const refusal = (await recipe.refusal?.()) ?? [];
	const withLogits = (set: DigitSet) => ({ logits: logitsOf(trained, set), labels: set.labels });
	const exact = withLogits(validation);
	const loss = lossOf({ loss: recipe.loss });
	const scoreAt = (temperature?: number) => scoreLogits(exact.logits, validation, trained, loss, temperature);
	const decision =
		recipe.loss === "ctc"
			? { ...PLAIN_DECISION, temperature: bestTemperature((temperature) => scoreAt(temperature).loss) }
			: fitDecision(
					exact,
					refusal.map(({ digits, budget }) => ({ ...withLogits(digits), budget })),
				);
	const storage = storeModel(
		{ ...trained, decision },
		recipe.coarsestPrecision,
		validation,
		scoreAt().accuracy,
		loss,
	);
	const folder = new URL(`../public/models/${id}/`, import.meta.url);
	await mkdir(folder, { recursive: true });
	await writeFile(new URL("model.json", folder), storage.json);
	await writeFile(new URL("weights.bin", folder), storage.bin);
	const card = trainingCard(recipe, seed, result, decision.temperature, storage);
	await writeFile(new URL("card.json", folder), `${JSON.stringify(card, null, "\t")}\n`);
	progress.say(
		`Kept epoch ${result.bestEpoch}, temperature ${decision.temperature.toFixed(3)}, ${storage.bin.length} bytes of weights ` +
			`(${storage.precision}). ` +
			`Next: npm run evaluate -- ${id}`,
	);
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		epochs: { type: "string" },
		seed: { type: "string", default: "1" },
		resume: { type: "boolean", default: false },
	},
});
if (positionals.length !== 1) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	const epochs = values.epochs === undefined ? undefined : Number(values.epochs);
	await train(positionals[0], epochs, Number(values.seed), values.resume);
}
