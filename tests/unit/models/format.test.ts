import { describe, expect, it } from "vitest";
import { parseModel, serialiseModel } from "../../../lib/models/format.ts";
import { PLAIN_DECISION } from "../../../lib/models/judging.ts";
import { batchNormalization, conv2d, dense, flatten, maxPooling2D } from "../../../lib/models/layers.ts";
import { trainedTiny } from "../../networks/models/tiny.ts";
import { saidBy } from "../said-by.ts";

/** A first convolution of few values, and a dense kernel of many. */
const network = {
	id: "wide",
	layers: [
		conv2d(6, 5, { activation: "relu" }),
		batchNormalization(),
		maxPooling2D(),
		flatten(),
		dense(16, "relu"),
		dense(10, "softmax"),
	],
};
const model = { ...trainedTiny(network), decision: { ...PLAIN_DECISION, temperature: 1.5 } };

function stored(precision: "float32" | "float16" | "uint16" | "uint8" = "float32") {
	const { json, bin } = serialiseModel(model, precision);
	return { json: new TextEncoder().encode(json).buffer, bin: bin.slice().buffer };
}

/** Largest difference of a weight, relative to the largest value of its tensor. */
function worstError(precision: Parameters<typeof stored>[0]): number {
	const { json, bin } = stored(precision);
	const { weights } = parseModel("tiny", json, bin);
	const errors = Array.from(model.weights, ([name, values]) => {
		const scale = Math.max(...values.map(Math.abs)) || 1;
		return Math.max(...values.map((value, i) => Math.abs(value - weights.get(name)![i]))) / scale;
	});
	return Math.max(...errors);
}

describe("a stored model", () => {
	it("comes back as it was", () => {
		const { json, bin } = stored();
		expect(parseModel("tiny", json, bin)).toEqual(model);
	});

	it.each([
		["float16", 2 ** -11],
		["uint16", 2 ** -15],
		["uint8", 2 ** -7],
	] as const)("loses little as %s", (precision, most) => {
		const error = worstError(precision);
		expect(error).toBeLessThanOrEqual(most);
		expect(error).toBeGreaterThan(0);
	});

	it("has the shape of a TensorFlow.js layers model", () => {
		const json = JSON.parse(serialiseModel(model, "uint8").json);
		expect(json).toMatchObject({
			format: "layers-model",
			modelTopology: { class_name: "Sequential" },
			weightsManifest: [{ paths: ["weights.bin"] }],
		});
		expect(json.weightsManifest[0].weights[6]).toMatchObject({
			name: "dense/kernel",
			shape: [864, 16],
			dtype: "float32",
			quantization: { dtype: "uint8", original_dtype: "float32" },
		});
	});

	it("keeps weights of few values as they are", () => {
		const { weightsManifest } = JSON.parse(serialiseModel(model, "uint8").json);
		const coarse = weightsManifest[0].weights.filter((weight: object) => "quantization" in weight);
		expect(coarse.map(({ name }: { name: string }) => name)).toEqual(["dense/kernel"]);
	});
});

describe("a broken model is refused with a sentence that names it", () => {
	const { json, bin } = stored();
	const text = new TextDecoder().decode(json);
	const asJson = (changed: string) => new TextEncoder().encode(changed).buffer;

	it.each([
		["truncated weights", json, bin.slice(0, -4), /tiny.*weights\.bin is cut short/],
		["weights with something after", json, new ArrayBuffer(bin.byteLength + 4), /longer than model\.json/],
		["an empty model.json", new ArrayBuffer(0), bin, /tiny cannot be used/],
		["a truncated model.json", json.slice(0, 200), bin, /tiny cannot be used/],
		["another kind of JSON", asJson("[1]"), bin, /not a TensorFlow\.js layers model/],
		["an unknown layer", asJson(text.replace('"MaxPooling2D"', '"LSTM"')), bin, /LSTM is not supported/],
		["a missing weight", asJson(text.replace('"conv2d/kernel"', '"conv2d/x"')), bin, /conv2d\/kernel/],
		[
			"a weight of another shape",
			asJson(text.replace('"units": 16', '"units": 17')),
			bin,
			/the weight dense\/kernel does not fit/,
		],
		["values that are no numbers", json, new Uint8Array(bin.byteLength).fill(255).buffer, /no numbers/],
	])("%s", (_, badJson, badBin, message) => {
		expect(saidBy(() => parseModel("tiny", badJson, badBin))).toMatch(message);
	});
});
