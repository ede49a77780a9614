import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parseIdx } from "../lib/evaluation/idx.ts";
import { GLYPH_SIZE, type Glyph } from "../lib/glyph.ts";
import { RANGES, type Range } from "../lib/models/input.ts";
import { gunzipIfNeeded } from "./data/gunzip.ts";
import { englishOf } from "./english.ts";
import { findModels } from "./import/find-models.ts";
import { createImporter } from "./import/importer.ts";

const USAGE = `usage: npm run --silent import -- [--range RANGE] [--run STACK] FILE...

Reads models of handwritten digits (Keras .h5 and .keras, TensorFlow.js, ONNX, PyTorch state dicts, safetensors; also
folders and zips with them) and prints one line of JSON a model.

  --range RANGE  how digits go in: ${RANGES.join(", ")} (default: found out with known digits)
  --run STACK    the probabilities for the digits of an idx stack (*-idx3-ubyte[.gz])`;

function fail(sentence: string): never {
	console.error(sentence);
	process.exit(2);
}

function parse() {
	// "-1-1" looks like an option.
	const args = process.argv
		.slice(2)
		.join("\0")
		.replace(/--range\0-/g, "--range=-")
		.split("\0");
	try {
		return parseArgs({
			args: args.filter((arg) => arg !== ""),
			allowPositionals: true,
			options: { range: { type: "string" }, run: { type: "string" } },
		});
	} catch (error) {
		return fail(`${(error as Error).message}\n\n${USAGE}`);
	}
}

async function readStack(path: string): Promise<Glyph[]> {
	const { shape, data } = parseIdx(gunzipIfNeeded(await readFile(path)), path);
	if (shape.length !== 3 || shape[1] * shape[2] !== GLYPH_SIZE)
		throw new Error(`${path} is no stack of digits of 28 by 28 pixels.`);
	return Array.from({ length: shape[0] }, (_, i) =>
		Float32Array.from(data.subarray(i * GLYPH_SIZE, (i + 1) * GLYPH_SIZE), (ink) => ink / 255),
	);
}

const { values, positionals } = parse();
if (positionals.length === 0) fail(USAGE);
const range = RANGES.find((name) => name === values.range) as Range | undefined;
if (values.range !== undefined && !range) fail(`There is no range "${values.range}".\n\n${USAGE}`);
const run =
	values.run === undefined ? undefined : await readStack(values.run).catch((error) => fail(englishOf(error)));

const importer = createImporter();
let allRead = true;
for await (const found of findModels(positionals)) {
	const { input } = found;
	const reply =
		"error" in found
			? { ok: false as const, error: found.error }
			: await importer.read({ ...found.model, ...(range && { range }), ...(run && { run }) });
	console.log(JSON.stringify({ input, ...reply }));
	allRead &&= reply.ok;
}
await importer.close();
process.exitCode = allRead ? 0 : 1;
