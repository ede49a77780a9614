import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import { createLaboratory } from "../../../lib/lab/laboratory.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { PLAIN_DECISION } from "../../../lib/models/judging.ts";
import { sizeOf } from "../../../lib/models/layer-shapes.ts";
import { placeLayers } from "../../../lib/models/network.ts";
import { pooledNetwork, tinyNetwork, trainedTiny, waves } from "../models/tiny.ts";

beforeAll(() => startBackend());

/** A laboratory of models made here. */
function setUp() {
	return createLaboratory(startBackend, async (id) => {
		const network = [tinyNetwork, pooledNetwork].find((network) => network.id === id);
		if (!network) throw new Error(`${id} is missing.`);
		return { ...trainedTiny(network), decision: PLAIN_DECISION };
	});
}

const glyphs = Array.from({ length: 3 }, (_, i) =>
	waves(3).glyphs.subarray(i * GLYPH_SIZE, (i + 1) * GLYPH_SIZE),
);

describe.each([tinyNetwork, pooledNetwork])("$id", ({ id, layers }) => {
	it("shows every layer's output in its shape", async () => {
		const laboratory = setUp();
		const places = await laboratory.layers(id);
		const outputs = await laboratory.activations(id, glyphs[1]);
		expect(outputs.map(({ name, shape }) => ({ name, shape }))).toEqual(
			places.map(({ name, outputShape }) => ({ name, shape: outputShape })),
		);
		for (const { shape, values } of outputs) expect(values.length).toBe(sizeOf(shape));
	});

	it("describes glyphs by what the last dense layer gets", async () => {
		const laboratory = setUp();
		const { width, values } = await laboratory.features(id, glyphs);
		const outputs = await laboratory.activations(id, glyphs[2]);
		const beforeLast = outputs[layers.findLastIndex(({ type }) => type === "Dense") - 1];
		expect(width).toBe(beforeLast.values.length);
		expect([...values.subarray(2 * width)]).toEqual([...beforeLast.values]);
	});
});

it("answers as the readings do", async () => {
	const laboratory = setUp();
	const [verdict] = await laboratory.classify("tiny", [glyphs[0]]);
	const softmax = (await laboratory.activations("tiny", glyphs[0])).at(-1)!.values;
	verdict.probabilities.forEach((probability, digit) => {
		expect(probability).toBeCloseTo(softmax[digit], 5);
	});
	const { digits } = await laboratory.read("tiny", glyphs[0]);
	expect(digits[0].confidence).toBeCloseTo(Math.max(...softmax), 2);
});

it("gives weights by name, and says which it does not know", async () => {
	const laboratory = setUp();
	const [kernel] = placeLayers(tinyNetwork)[0].weights;
	expect((await laboratory.weight("tiny", kernel.name)).length).toBe(sizeOf(kernel.shape));
	await expect(laboratory.weight("tiny", "x")).rejects.toThrow("no weight x");
	await expect(laboratory.read("unknown", glyphs[0])).rejects.toThrow("missing");
});

it("leaves no tensor behind but the weights", async () => {
	const laboratory = setUp();
	const use = async () => {
		await laboratory.activations("tiny", glyphs[0]);
		await laboratory.features("tiny", glyphs);
		await laboratory.classify("tiny", glyphs);
	};
	await use();
	const { numTensors } = memory();
	for (let i = 0; i < 5; i++) await use();
	expect(memory().numTensors).toBe(numTensors);
});

it("leaves nothing of a model that it forgets, and opens it anew", async () => {
	const laboratory = setUp();
	await laboratory.activations("pooled", glyphs[0]);
	const { numTensors } = memory();
	await laboratory.activations("tiny", glyphs[0]);
	await laboratory.classify("tiny", glyphs);
	await laboratory.readPicture("tiny", { width: 1, height: 1, data: new Uint8ClampedArray(4) });
	await laboratory.forget("tiny");
	expect(memory().numTensors).toBe(numTensors);
	expect(await laboratory.classify("tiny", glyphs)).toHaveLength(3);
});
