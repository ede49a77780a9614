import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDigits } from "../../lib/browser/read-digits.ts";
import { startBackend } from "../../lib/models/backend.ts";
import { type LoadedModel, loadClassifier } from "../../lib/models/loading.ts";
import { DEFAULT_SETTINGS, mendSettings, readSettings, writeSettings } from "../../lib/settings.ts";
import { sentenceIn } from "../../lib/user-error.ts";
import { readPackageFile } from "../../tools/data/package-file.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { createRandom, pick, type Random } from "../../tools/random.ts";
import { recognise } from "../../tools/recognition/recognise.ts";
import { SEED, withSeed } from "./seed.ts";

const FILES = 300;
const SETTINGS = 300;
const ZIPS = 150;
const MOST_MS = 30_000;

let folder: string;
let model: LoadedModel;
let files: Readonly<Record<string, Uint8Array>>;
let stack: Uint8Array;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "stress-"));
	await startBackend();
	model = await loadClassifier("digit-lens", readPackageFile);
	const picture = sharp(Buffer.from(drawSample(SAMPLES[0]!))).resize(160);
	const of = (format: "png" | "jpeg" | "webp" | "gif" | "avif" | "tiff") =>
		picture.clone().flatten({ background: "#fff" }).toFormat(format).toBuffer();
	stack = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28, ...Array(3 * 784).fill(90)]);
	const ink = [{ strokes: writeDigits("38", { height: 100, seed: 4 }) }];
	files = {
		"a.png": await of("png"),
		"a.jpg": await of("jpeg"),
		"a.webp": await of("webp"),
		"a.gif": await of("gif"),
		"a.avif": await of("avif"),
		"a.tiff": await of("tiff"),
		"a-idx3-ubyte": stack,
		"a-idx3-ubyte.gz": gzipSync(stack),
		"a.ink.json": Buffer.from(JSON.stringify(ink)),
	};
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const below = (random: Random, count: number) => Math.floor(random() * count);

/** A file with a few random faults: cut short, bits and numbers changed, parts doubled, put in or taken out. */
function damaged(file: Uint8Array, random: Random): Uint8Array {
	let bytes = [...file];
	for (let faults = 1 + below(random, 4); faults > 0; faults--) {
		const at = below(random, Math.max(1, random() < 0.5 ? Math.min(64, bytes.length) : bytes.length));
		const some = Array.from({ length: 1 + below(random, 40) }, () => below(random, 256));
		pick(random, [
			() => bytes.splice(at),
			() => bytes.splice(at, 1, (bytes[at] ?? 0) ^ (1 << below(random, 8))),
			() =>
				bytes.splice(
					at,
					4,
					...pick(random, [
						[0, 0, 0, 0],
						[255, 255, 255, 255],
						[127, 255, 255, 255],
					]),
				),
			() => bytes.splice(at, 0, ...some),
			() => bytes.splice(at, some.length),
			() => bytes.splice(at, 0, ...bytes.slice(at, at + 100)),
		])();
		bytes = bytes.slice(0, 1e6);
	}
	return Uint8Array.from(bytes);
}

it(withSeed(`${FILES} damaged files are read, or refused with a sentence`), async () => {
	const random = createRandom(SEED, 1);
	const names = Object.keys(files);
	const faults: string[] = [];
	for (let i = 0; i < FILES; i++) {
		const name = names[i % names.length]!;
		const path = join(folder, `${i}-${name}`);
		await writeFile(path, damaged(files[name]!, random));
		const from = performance.now();
		const lines: string[] = [];
		await recognise([path], { ...model, single: random() < 0.3, print: (line) => lines.push(line) });
		for (const line of lines) {
			const { error } = JSON.parse(line);
			const isSound = error === undefined ? !line.includes("null") : /^[A-Z].*[.!]$/.test(error);
			if (!isSound) faults.push(`${path}: ${line}`);
		}
		if (performance.now() - from > MOST_MS) faults.push(`${path} took too long`);
	}
	expect(faults).toEqual([]);
});

it(withSeed(`${SETTINGS} damaged files of settings are taken whole, or refused with a sentence`), () => {
	const random = createRandom(SEED, 2);
	const usual = Buffer.from(
		writeSettings({ ...DEFAULT_SETTINGS, history: { keep: false, drawings: false } }),
	);
	const faults: string[] = [];
	for (let i = 0; i < SETTINGS; i++) {
		const text = Buffer.from(damaged(usual, random)).toString("latin1");
		try {
			const settings = readSettings(text);
			if (JSON.stringify(mendSettings(settings)) !== JSON.stringify(settings)) faults.push(text);
		} catch (error) {
			if (!sentenceIn(error)?.key.startsWith("error.settings.")) faults.push(`${text}: ${error}`);
		}
	}
	expect(faults).toEqual([]);
});

it(withSeed(`${ZIPS} damaged zips of labelled digits are read, or refused with a sentence`), async () => {
	const random = createRandom(SEED, 3);
	const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3]);
	const zip = zipSync({ "a-idx3-ubyte": stack, "a-idx1-ubyte": labels, "b-idx3-ubyte.gz": gzipSync(stack) });
	const faults: string[] = [];
	for (let i = 0; i < ZIPS; i++) {
		const file = new Blob([damaged(zip, random) as BlobPart]);
		const options = { signal: new AbortController().signal, onProgress: () => {} };
		try {
			const { digits } = await readDigits([{ path: "a.zip", file }], options);
			for (const index of digits.labels.keys()) digits.glyphAt(index);
		} catch (error) {
			if (!sentenceIn(error)) faults.push(`zip ${i}: ${(error as Error).stack}`);
		}
	}
	expect(faults).toEqual([]);
});
