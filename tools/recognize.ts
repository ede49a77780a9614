import { parseArgs } from "node:util";
import { startBackend } from "../lib/models/backend.ts";
import { DEFAULT_MODEL, MODELS } from "../lib/models/catalogue.ts";
import { loadClassifier } from "../lib/models/loading.ts";
import { readPackageFile } from "./data/package-file.ts";
import { englishOf } from "./english.ts";
import { stageWriter } from "./recognition/debug.ts";
import { recognise } from "./recognition/recognise.ts";

const USAGE = `usage: npm run --silent recognize -- [--model ID] [--single] [--digits N] [--debug DIR] INPUT...

Reads pictures (PNG, JPEG, WebP, GIF, BMP), ink files (*.ink.json) and idx stacks (*-idx3-ubyte[.gz]) and
prints one line of JSON an item.

  --model ID   one of ${MODELS.map(({ id }) => id).join(", ")} (default ${DEFAULT_MODEL})
  --single     each item is one character: it is not taken apart
  --digits N   each line of a picture is expected to have N digits: a reading that has them is preferred
  --debug DIR  write what each stage makes of every picture to DIR, as PNG files`;

function fail(sentence: string): never {
	console.error(sentence);
	process.exit(2);
}

function parse() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				model: { type: "string", default: DEFAULT_MODEL },
				single: { type: "boolean", default: false },
				digits: { type: "string" },
				debug: { type: "string" },
			},
		});
	} catch (error) {
		return fail(`${(error as Error).message}\n\n${USAGE}`);
	}
}

const { values, positionals } = parse();
if (positionals.length === 0) fail(USAGE);
if (!MODELS.some(({ id }) => id === values.model)) fail(`There is no model "${values.model}".\n\n${USAGE}`);

const expected = values.digits === undefined ? undefined : Number(values.digits);
if (expected !== undefined && !(Number.isInteger(expected) && expected > 0))
	fail(`--digits needs a whole number above 0, not "${values.digits}".\n\n${USAGE}`);

async function loadModel() {
	await startBackend();
	return loadClassifier(values.model, readPackageFile);
}

const { classify, readStrip, classifySigns, classifyInk, secondOpinion } = await loadModel().catch((error) =>
	fail(englishOf(error)),
);
const stages = values.debug === undefined ? undefined : stageWriter(values.debug);
const allRead = await recognise(positionals, {
	classify,
	...(readStrip && { readStrip }),
	...(classifySigns && { classifySigns }),
	...(classifyInk && { classifyInk }),
	...(secondOpinion && { secondOpinion }),
	single: values.single,
	expected,
	traceOf: stages?.traceOf,
	print: (line) => console.log(line),
});
await stages?.finish();
process.exitCode = allRead ? 0 : 1;
