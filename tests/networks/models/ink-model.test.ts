import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { PEN_CHANNELS, penMaps } from "../../../lib/ink/pen-maps.ts";
import { renderGlyph } from "../../../lib/ink/render.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { digitInk } from "../../../lib/models/architectures/digit-ink.ts";
import { digitLens } from "../../../lib/models/architectures/digit-lens.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL, INK_MODEL } from "../../../lib/models/catalogue.ts";
import { parseModel } from "../../../lib/models/format.ts";
import { toKeras } from "../../../lib/models/formats/keras/write-topology.ts";
import { fromKeras } from "../../../lib/models/keras.ts";
import { classifierOf, loadClassifier, readModelFiles } from "../../../lib/models/loading.ts";
import { operationCount } from "../../../lib/models/network.ts";
import type { Verdict } from "../../../lib/models/verdict.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { writeDigits } from "../../../tools/demo/hand.ts";
import { fontLetters } from "../../../tools/training/negatives/characters.ts";
import { startingWeights } from "../../../tools/training/start.ts";

beforeAll(() => startBackend());

/** Digits of the demo's hand, which trained nothing: ten of each. */
const DIGITS = Array.from({ length: 100 }, (_, i) => ({
	digit: i % 10,
	strokes: writeDigits(String(i % 10), { height: 90, seed: i }),
}));

/** A stroke with a point more between any two. */
const withPointsBetween = (stroke: Stroke): Stroke =>
	stroke.flatMap(([x, y], i) => {
		const [nextX, nextY] = stroke[i + 1] ?? [x, y];
		return [
			[x, y],
			[(x + nextX) / 2, (y + nextY) / 2],
		] as const;
	});

const answers = (verdicts: readonly Verdict[]) =>
	verdicts.map(({ probabilities, refusal }) =>
		refusal ? refusal : probabilities.indexOf(Math.max(...probabilities)),
	);
const wrongOf = (verdicts: readonly Verdict[]) =>
	answers(verdicts).filter((answer, i) => answer !== DIGITS[i].digit);

describe("the network for ink", () => {
	it("sees the picture and eight directions, for little more work than the network for pictures", () => {
		expect(digitInk.inputShape).toEqual([28, 28, PEN_CHANNELS]);
		expect(operationCount(digitInk)).toBeLessThan(1.1 * operationCount(digitLens));
		expect(fromKeras(toKeras(digitInk))).toEqual(digitInk);
	});

	it("begins as digit-lens, which knows nothing of directions", async () => {
		const [{ strokes }] = DIGITS;
		const started = await startingWeights({ network: digitInk, initialiser: { model: DEFAULT_MODEL } }, 1);
		const lens = parseModel(DEFAULT_MODEL, ...(await readModelFiles(DEFAULT_MODEL, readPackageFile)));
		const verdicts = await Promise.all([
			classifierOf({ ...lens, network: digitInk, weights: started }).classify([penMaps(strokes)]),
			classifierOf(lens).classify([renderGlyph(strokes)]),
		]);
		const [ink, picture] = verdicts.map(([{ probabilities }]) => [...probabilities]);
		ink.forEach((probability, digit) => {
			expect(probability).toBeCloseTo(picture[digit], 4);
		});
	});

	it("begins as no model that does not fit", async () => {
		const initialiser = { model: "dense-512" };
		await expect(startingWeights({ network: digitInk, initialiser }, 1)).rejects.toThrow(
			"do not fit digit-ink",
		);
	});
});

describe("the model for ink of the package", () => {
	it("is small", async () => {
		const files = ["model.json", "weights.bin"].map((name) =>
			readPackageFile(`models/${INK_MODEL.id}/${name}`),
		);
		const bytes = (await Promise.all(files)).reduce((sum, { byteLength }) => sum + byteLength, 0);
		expect(bytes).toBeLessThan(400_000);
	});

	it.each<[string, (strokes: readonly Stroke[]) => readonly Stroke[]]>([
		["as it wrote them", (strokes) => strokes],
		["backwards", (strokes) => strokes.map((stroke) => stroke.toReversed())],
		["in another order", (strokes) => strokes.toReversed()],
		["without lifting the pen", (strokes) => [strokes.flat()]],
		["with every part drawn twice", (strokes) => [...strokes, ...strokes]],
		[
			"by a device of few points a second",
			(strokes) => strokes.map((stroke) => stroke.filter((_, i) => i % 3 === 0 || i === stroke.length - 1)),
		],
		[
			"by a device of many points a second",
			(strokes) => strokes.map(withPointsBetween).map(withPointsBetween),
		],
		[
			"on whole pixels, thirty to the digit",
			(strokes) => strokes.map((stroke) => stroke.map(([x, y]) => [Math.round(x / 3), Math.round(y / 3)])),
		],
	])("reads digits of a hand that it was not trained on, %s", async (_, rewrite) => {
		const { classifyInk, dispose } = await loadClassifier(DEFAULT_MODEL, readPackageFile);
		expect(wrongOf(await classifyInk!(DIGITS.map(({ strokes }) => rewrite(strokes)))).length).toBeLessThan(3);
		dispose();
	});

	it("refuses letters, two digits at once and no ink at all", async () => {
		const { classifyInk, dispose } = await loadClassifier(DEFAULT_MODEL, readPackageFile);
		const letters = (await fontLetters()).filter((_, i) => i % 20 === 0).map(({ strokes }) => strokes);
		const refusals = async (inks: readonly (readonly Stroke[])[]) =>
			(await classifyInk!(inks)).filter(({ refusal }) => refusal).length / inks.length;
		expect(await refusals(letters)).toBeGreaterThan(0.95);
		const pairs = Array.from({ length: 40 }, (_, i) => writeDigits(String(20 + i), { height: 90, seed: i }));
		expect(await refusals(pairs)).toBeGreaterThan(0.95);
		expect(answers(await classifyInk!([[]]))).toEqual(["blank"]);
		dispose();
	});

	it("comes with the default model alone, without the one for pictures, and leaves no tensor behind", async () => {
		const before = tf.memory().numTensors;
		const read: string[] = [];
		const model = await loadClassifier(DEFAULT_MODEL, (path) => {
			read.push(path);
			return readPackageFile(path);
		});
		expect(read).toEqual([]);
		const [{ strokes }] = DIGITS;
		await model.classifyInk!([strokes]);
		const loaded = tf.memory().numTensors;
		for (const size of [1, 7, 40]) await model.classifyInk!(Array(size).fill(strokes));
		expect(await model.classifyInk!([])).toEqual([]);
		expect(tf.memory().numTensors).toBe(loaded);
		expect(read.sort()).toEqual(
			["model.json", "weights.bin"].map((name) => `models/${INK_MODEL.id}/${name}`),
		);
		model.dispose();
		expect(tf.memory().numTensors).toBe(before);

		const other = await loadClassifier("dense-512", readPackageFile);
		expect(other.classifyInk).toBeUndefined();
		other.dispose();
	});
});
