import { readFile, writeFile } from "node:fs/promises";
import { startBackend } from "../lib/models/backend.ts";
import type { ModelCard } from "../lib/models/card.ts";
import { DEFAULT_MODEL, MODELS } from "../lib/models/catalogue.ts";
import { loadClassifier } from "../lib/models/loading.ts";
import { dataFolder } from "./data/folder.ts";
import { loadTest } from "./data/mnist.ts";
import { readPackageFile } from "./data/package-file.ts";
import { loadValidation } from "./data/validation.ts";
import { type EvaluationSets, evaluateModel } from "./evaluation/evaluate-model.ts";
import { loadOtherSets, plainGlyphs } from "./evaluation/glyph-sets.ts";
import { modelTable, replaceTable } from "./evaluation/model-table.ts";
import { evaluatePictures, scoreTable } from "./evaluation/pictures.ts";
import { coverageTable } from "./evaluation/sureness.ts";

const USAGE = `usage: npm run evaluate -- ID|all
       npm run evaluate -- pictures [ID]

ID: ${MODELS.map(({ id }) => id).join(", ")}`;

const ROOT = new URL("../", import.meta.url);
const cardAddress = (id: string) => new URL(`public/models/${id}/card.json`, ROOT);
const readCard = async (id: string) => JSON.parse(await readFile(cardAddress(id), "utf8")) as ModelCard;
async function loadSets(): Promise<EvaluationSets> {
	const test = await loadTest().catch((error: Error) => {
		console.error(`Without MNIST's test digits: ${error.message}`);
	});
	return {
		validation: plainGlyphs(await loadValidation()),
		...(test && { test: plainGlyphs(test) }),
		others: await loadOtherSets(dataFolder()),
	};
}

async function evaluate(id: string, sets: EvaluationSets): Promise<void> {
	const card = await readCard(id);
	const { classify, dispose } = await loadClassifier(id, readPackageFile);
	const fresh = await evaluateModel(classify, sets, card.recipe.trainedOn);
	dispose();
	// Where a set is not at hand, what was measured before still holds: the weights are the same.
	const otherSets = { ...card.evaluation?.otherSets, ...fresh.otherSets };
	const evaluation = { ...card.evaluation, ...fresh, otherSets };
	await writeFile(cardAddress(id), `${JSON.stringify({ ...card, evaluation }, null, "\t")}\n`);
}

async function writeTable(): Promise<void> {
	const table = modelTable(await Promise.all(MODELS.map(({ id }) => readCard(id))));
	const readme = new URL("README.md", ROOT);
	await writeFile(readme, replaceTable(await readFile(readme, "utf8"), table));
	console.log(table);
}

/** Whole pictures, through the whole reader; the misread ones of the tuning part first. */
async function reportPictures(id: string): Promise<void> {
	await startBackend();
	const model = await loadClassifier(id, readPackageFile);
	const scores = await evaluatePictures(model, dataFolder(), ({ set, name, expected, read }) =>
		console.log(`${set}/${name}: ${JSON.stringify(expected)} was read as ${JSON.stringify(read)}`),
	);
	console.log(scoreTable(scores));
	console.log(coverageTable(scores, ["orand-car-a", "written lines", "composed lines"]));
}

const [wanted, ...rest] = process.argv.slice(2);
const ids = MODELS.map(({ id }) => id).filter((id) => wanted === "all" || wanted === id);
if (wanted === "pictures" && rest.length < 2) {
	await reportPictures(rest[0] ?? DEFAULT_MODEL);
} else if (ids.length === 0 || rest.length > 0) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	await startBackend();
	const sets = await loadSets();
	for (const id of ids) await evaluate(id, sets);
	await writeTable();
}
