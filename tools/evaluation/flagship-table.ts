import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startBackend } from "../../lib/models/backend.ts";
import { expectedCalibrationError, reliabilityBins } from "../../lib/models/calibration.ts";
import { DEFAULT_MODEL } from "../../lib/models/catalogue.ts";
import { loadClassifier } from "../../lib/models/loading.ts";
import { type DigitSet, pictureOf, readDigitSet } from "../data/digit-set.ts";
import { dataFile } from "../data/folder.ts";
import { loadTest } from "../data/mnist.ts";
import { readPackageFile } from "../data/package-file.ts";
import { loadOptdigits, loadUsps } from "../data/picture-digits.ts";
import { unseenWriting, WAYS_OF_WRITING } from "../data/unseen-writing.ts";
import { loadValidation } from "../data/validation.ts";
import { coalesce } from "../recognition/coalesce.ts";
import { decodePicture } from "../recognition/decode.ts";
import type { Item } from "../recognition/inputs.ts";
import { readItem } from "../recognition/read-item.ts";
import { inkNumbers } from "./ink-numbers.ts";
import * as open from "./open-set.ts";

/**
 * Prints how a model does on hands it never saw and on what is no digit, through the whole recogniser:
 * node tools/evaluation/flagship-table.ts [--model ID] [--ink] [--test]. With --ink only what is drawn; MNIST's test
 * digits only with --test.
 */

interface Truth {
	readonly item: Item;
	readonly digit: string;
}

const stackOf = (set: DigitSet): Truth[] =>
	Array.from(set.labels, (label, index) => {
		const data = Float32Array.from(pictureOf(set, index), (byte) => byte / 255);
		return {
			digit: String(label),
			item: { kind: "stack", ink: { width: set.width, height: set.height, data } },
		};
	});

async function picturesOf(folder: string): Promise<Truth[]> {
	const labels = JSON.parse(await readFile(dataFile(folder, "labels.json"), "utf8")) as {
		file: string;
		text: string;
	}[];
	return Promise.all(
		labels.map(async ({ file, text }) => ({
			digit: text,
			item: { kind: "picture", pixels: await decodePicture(await readFile(dataFile(folder, file))) },
		})),
	);
}

const { values } = parseArgs({
	options: {
		model: { type: "string", default: DEFAULT_MODEL },
		ink: { type: "boolean", default: false },
		test: { type: "boolean", default: false },
	},
});
await startBackend();
const { classify, classifyInk, ...companions } = await loadClassifier(values.model, readPackageFile);

async function read(items: readonly Item[], single: boolean) {
	const together = coalesce(classify);
	const inkTogether = classifyInk && coalesce(classifyInk);
	const readings = [];
	for (let from = 0; from < items.length; from += 256) {
		const some = items.slice(from, from + 256);
		readings.push(
			...(await Promise.all(
				some.map((item) =>
					readItem(item, single, {
						...companions,
						classify: together,
						...(inkTogether && { classifyInk: inkTogether }),
					}),
				),
			)),
		);
	}
	return readings;
}

const percent = (share: number) => (100 * share).toFixed(2).padStart(7);

async function reportDigits(name: string, truths: readonly Truth[], single: boolean): Promise<void> {
	const readings = await read(
		truths.map(({ item }) => item),
		single,
	);
	const share = (test: (i: number) => boolean) => truths.filter((_, i) => test(i)).length / truths.length;
	const right = share((i) => readings[i].text === truths[i].digit);
	const refused = share((i) => readings[i].text === "" && readings[i].rejected.length > 0);
	const answers = readings.flatMap(({ digits }, i) =>
		digits.length === 1 && truths[i].digit.length === 1
			? [{ confidence: digits[0].confidence, right: digits[0].digit === truths[i].digit }]
			: [],
	);
	const error = answers.length > 0 ? percent(expectedCalibrationError(reliabilityBins(answers))) : "      –";
	console.log(
		`${name.padEnd(65)} ${String(truths.length).padStart(6)} right ${percent(right)} refused ${percent(refused)} ECE ${error}`,
	);
}

async function reportOpen({ name, single, items }: open.OpenSet): Promise<void> {
	const readings = await read(items, single);
	const refused = readings.filter(({ text }) => text === "").length;
	console.log(
		`${name.padEnd(65)} ${String(items.length).padStart(6)} refused ${percent(refused / items.length)}`,
	);
}

async function reportInk(): Promise<void> {
	for (const way of WAYS_OF_WRITING)
		await reportDigits(
			`pendigits, writers held out, ${way.name}`,
			(await unseenWriting(way)).map(({ label, strokes }) => ({
				digit: String(label),
				item: { kind: "ink", strokes },
			})),
			true,
		);
	await reportDigits(
		"numbers of the writers held out, as ink",
		(await inkNumbers(1000)).map(({ text, strokes }) => ({ digit: text, item: { kind: "ink", strokes } })),
		false,
	);
	await reportOpen(await open.unlearnedSigns());
	await reportOpen(open.freshScribbles(500));
}

async function reportPictures(): Promise<void> {
	const validation = await loadValidation();
	await reportDigits("MNIST validation", stackOf(validation), true);
	if (values.test) await reportDigits("MNIST test", stackOf(await loadTest()), true);
	await reportDigits("usps-train", stackOf(await loadUsps()), true);
	await reportDigits("optdigits, third held out", stackOf((await loadOptdigits()).heldOut), true);
	for (const folder of ["chars74k-hnd-digits", "drawn-canvas"])
		await reportDigits(folder, await picturesOf(folder), false);

	const letters = (name: string) =>
		readDigitSet(
			dataFile("nondigits-train", `${name}-images-idx3-ubyte.gz`),
			dataFile("nondigits-train", `${name}-labels-idx1-ubyte.gz`),
		);
	for (const set of await open.loadNonDigits()) await reportOpen(set);
	await reportOpen(
		open.lettersOf("Chars74K letters", await letters("chars74k-letters"), open.CLEAR_CHARS74K, 400),
	);
	await reportOpen(open.lettersOf("notMNIST letters", await letters("notmnist"), open.CLEAR_NOTMNIST, 400));
	await reportOpen(open.squeezedPairs(validation, 1000));
	await reportOpen(open.touchingPairs(validation, 1000));
	await reportOpen(open.noiseGlyphs(200));
	await reportOpen(open.blankGlyphs(10));
}

await reportInk();
if (!values.ink) await reportPictures();
