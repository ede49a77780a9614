import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { createExecutor } from "../../../../lib/models/executor.ts";
import { filesBeside, readModel } from "../../../../lib/models/formats/read-files.ts";
import { inputShapeOf } from "../../../../lib/models/network.ts";
import type { Precision } from "../../../../lib/models/quantisation.ts";
import { englishOf } from "../../../../tools/english.ts";
import { expectClose, graphOutput } from "../oracle.ts";
import {
	answers,
	graphModel,
	integers,
	type Part,
	part,
	placeholder,
	positive,
	text,
	texts,
	weight,
	whole,
} from "./graph-models.ts";

beforeAll(() => startBackend());

type Files = ReturnType<typeof graphModel>;

const written = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));

function read({ json, bin }: Files) {
	const main = { name: "a/model.json", bytes: written(json) };
	return readModel(main, filesBeside(main, [main, { name: "a/weights.bin", bytes: bin }]));
}

const sentence = (files: Files): string => {
	try {
		read(files);
		return "read";
	} catch (error) {
		return englishOf(error);
	}
};

/** Three inputs of waves through our reader and executor, and through TensorFlow.js' own. */
async function expectSame(files: Files): Promise<void> {
	const [{ trained }] = read(files).networks;
	const shape = [3, ...inputShapeOf(trained.network)];
	const size = shape.reduce((a, b) => a * b);
	const values = Float32Array.from({ length: size }, (_, i) => Math.max(0, Math.sin(i * 0.37 + (i >> 9))));
	const executor = createExecutor(trained);
	const ours = tf.tidy(() => executor.run(tf.tensor(values, shape)).dataSync<"float32">());
	executor.dispose();
	expectClose(ours, await graphOutput(files.json, files.bin, values, shape));
}

const x = placeholder("x", -1, 28, 28, 1);
const slide = (padding: string, ...strides: [number, number]) => ({
	strides: integers(1, ...strides, 1),
	dilations: integers(1, 1, 1, 1),
	padding: text(padding),
});
const pool = (padding: string, side: number, stride: number) => ({
	...slide(padding, stride, stride),
	ksize: integers(1, side, side, 1),
});
const fused = (...operations: string[]) => ({
	fused_ops: texts(...operations),
	num_args: { i: String(operations.includes("Prelu") ? 2 : 1) },
});

const PLAIN: readonly Part[] = [
	x,
	weight("w", 5, 5, 1, 4),
	weight("b", 4),
	part("conv", "Conv2D", ["x", "w"], slide("SAME", 1, 1)),
	part("biased", "BiasAdd", ["conv", "b"]),
	part("relu", "Relu", ["biased"]),
	part("pool", "MaxPool", ["relu"], pool("VALID", 2, 2)),
	...answers("pool", 14 * 14 * 4),
	weight("last", 10),
	part("logits", "BiasAdd", ["answers", "last"]),
	part("softmax", "Softmax", ["logits"]),
];

const GRAPHS: Readonly<Record<string, readonly Part[]>> = {
	"layers one by one": PLAIN,
	"fused layers": [
		x,
		weight("w1", 3, 3, 1, 4),
		weight("b1", 4),
		part("a", "_FusedConv2D", ["x", "w1", "b1"], { ...slide("SAME", 2, 2), ...fused("BiasAdd", "Relu") }),
		weight("w2", 3, 3, 4, 2),
		weight("b2", 8),
		part("b", "FusedDepthwiseConv2dNative", ["a", "w2", "b2"], {
			...slide("VALID", 1, 1),
			...fused("BiasAdd", "Relu6"),
		}),
		weight("w3", 3, 3, 8, 3),
		weight("b3", 3),
		part("c", "_FusedConv2D", ["b", "w3", "b3"], {
			...slide("VALID", 1, 1),
			...fused("BiasAdd", "LeakyRelu"),
			leakyrelu_alpha: { f: 0.3 },
		}),
		weight("w4", 1, 1, 3, 3),
		weight("b4", 3),
		weight("slopes", 3),
		part("d", "_FusedConv2D", ["c", "w4", "b4", "slopes"], {
			...slide("VALID", 1, 1),
			...fused("BiasAdd", "Prelu"),
		}),
		whole("side", [-1, 300]),
		part("row", "Reshape", ["d", "side"]),
		weight("w5", 300, 20),
		weight("b5", 20),
		part("e", "_FusedMatMul", ["row", "w5", "b5"], fused("BiasAdd", "Elu")),
		weight("w6", 20, 10),
		weight("b6", 10),
		part("f", "_FusedMatMul", ["e", "w6", "b6"], fused("BiasAdd")),
	],
	"margins, dilation, normalisation and means": [
		x,
		whole("margins", [0, 0, 1, 2, 0, 1, 0, 0], [4, 2]),
		part("padded", "Pad", ["x", "margins"]),
		weight("w1", 3, 3, 1, 4),
		part("a", "Conv2D", ["padded", "w1"], slide("VALID", 2, 1)),
		positive("gamma", 4),
		weight("beta", 4),
		weight("mean", 4),
		positive("variance", 4),
		part("normal", "FusedBatchNormV3", ["a", "gamma", "beta", "mean", "variance"], { epsilon: { f: 0.01 } }),
		part("bent", "Elu", ["normal"]),
		weight("w2", 3, 3, 4, 1),
		part("b", "DepthwiseConv2dNative", ["bent", "w2"], slide("SAME", 1, 1)),
		part("mean of some", "AvgPool", ["b"], pool("SAME", 3, 2)),
		weight("w3", 3, 3, 4, 12),
		part("c", "Conv2D", ["mean of some", "w3"], {
			...slide("VALID", 1, 1),
			dilations: integers(1, 2, 2, 1),
		}),
		weight("w4", 3, 3, 12, 6),
		part("d", "Conv2D", ["c", "w4"], {
			...slide("EXPLICIT", 1, 1),
			explicit_paddings: integers(0, 0, 2, 1, 0, 1, 0, 0),
		}),
		whole("sides", [1, 2]),
		part("mean of all", "Mean", ["d", "sides"], { keep_dims: { b: true } }),
		...answers("mean of all", 6),
	],
	"a row whose length is worked out of shapes": [
		placeholder("x", -1, 28, 28),
		whole("last", [-1], []),
		part("channels", "ExpandDims", ["x", "last"]),
		part("shape", "Shape", ["channels"]),
		whole("begin", [0]),
		whole("end", [1]),
		whole("step", [1]),
		part("batch", "StridedSlice", ["shape", "begin", "end", "step"], { shrink_axis_mask: { i: "1" } }),
		whole("size", [784], []),
		part("target", "Pack", ["batch", "size"]),
		part("flat", "Reshape", ["channels", "target"]),
		weight("kernel", 10, 784),
		part("answers", "MatMul", ["flat", "kernel"], { transpose_b: { b: true } }),
	],
	"branches and arithmetic": [
		x,
		weight("w1", 5, 5, 1, 4),
		weight("v2", 5, 5, 1, 4),
		part("a", "Conv2D", ["x", "w1"], slide("VALID", 3, 3)),
		part("b", "Conv2D", ["x", "v2"], slide("VALID", 3, 3)),
		part("sum", "AddV2", ["a", "b"]),
		part("difference", "Sub", ["a", "b"]),
		part("product", "Mul", ["sum", "difference"]),
		part("larger", "Maximum", ["product", "a"]),
		part("smaller", "Minimum", ["larger", "b"]),
		positive("scale", 4),
		part("scaled", "RealDiv", ["smaller", "scale"]),
		part("negative", "Neg", ["scaled"]),
		part("all", "AddN", ["negative", "a", "sum"]),
		whole("axis", [3], []),
		part("side by side", "ConcatV2", ["all", "b", "axis"]),
		whole("sides", [1, 2]),
		part("highest", "Max", ["side by side", "sides"]),
		...answers("highest", 8),
	],
	"axes in other places": [
		x,
		weight("w1", 5, 5, 1, 3),
		part("a", "Conv2D", ["x", "w1"], slide("VALID", 4, 3)),
		whole("channels first", [0, 3, 1, 2]),
		part("turned", "Transpose", ["a", "channels first"]),
		whole("two", [2], []),
		part("wider", "ExpandDims", ["turned", "two"]),
		part("narrower", "Squeeze", ["wider"], { squeeze_dims: integers(2) }),
		...answers("narrower", 3 * 6 * 8),
	],
	"a constant that becomes a column": [
		x,
		part("plain", "Squeeze", ["x"], { squeeze_dims: integers(-1) }),
		positive("scale", 28),
		whole("last", [-1], []),
		part("column", "ExpandDims", ["scale", "last"]),
		part("scaled", "Mul", ["plain", "column"]),
		...answers("scaled", 784),
	],
	"slopes and clipped values": [
		x,
		...answers("x", 784),
		part("leaky", "LeakyRelu", ["answers"], { alpha: { f: 0.3 } }),
		weight("slopes", 10),
		part("bent", "Prelu", ["leaky", "slopes"]),
		positive("most", 1),
		part("clipped", "Minimum", ["bent", "most"]),
		part("again", "Identity", ["clipped"]),
	],
};

describe("a TensorFlow.js graph model", () => {
	it.each(Object.entries(GRAPHS))("of %s gives what TensorFlow.js' own loader makes of it", (_, parts) =>
		expectSame(graphModel(parts)),
	);

	it.each(["Relu", "Relu6", "Sigmoid", "Tanh", "Selu", "Softplus", "Exp", "Softmax", "LogSoftmax"])(
		"bends values by %s as TensorFlow.js does",
		(operation) => expectSame(graphModel([x, ...answers("x", 784), part("bent", operation, ["answers"])])),
	);

	it.each<Precision>(["uint8", "uint16", "float16"])("is read with weights of %s", async (precision) => {
		const files = graphModel(PLAIN, precision);
		expect(files.bin.length).toBeLessThan(0.6 * graphModel(PLAIN).bin.length);
		await expectSame(files);
	});

	it("gives what its signature says, not what else nothing reads", async () => {
		const outputs = { digit: { name: "logits:0", dtype: "DT_FLOAT" } };
		const inputs = { picture: { name: "x:0", dtype: "DT_FLOAT" } };
		const files = graphModel(PLAIN, "float32", { signature: { inputs, outputs } });
		await expectSame(files);
		expect(read(files).networks[0].trained.network.layers.at(-1)).toMatchObject({ type: "Dense" });
	});

	it("says what it is, and what goes in", () => {
		const { format, guessed, networks } = read(graphModel(PLAIN));
		expect({ format, guessed }).toEqual({ format: "TensorFlow.js graph", guessed: false });
		expect(networks.map(({ inputShape }) => inputShape)).toEqual([[null, 28, 28, 1]]);
	});

	it("may have its weights cut anywhere into several files", async () => {
		const { json, bin } = graphModel(PLAIN);
		const [{ weights }] = json.weightsManifest;
		const paths = ["1of3.bin", "2of3.bin", "3of3.bin"];
		const main = { name: "model.json", bytes: written({ ...json, weightsManifest: [{ paths, weights }] }) };
		const cuts = [0, 1001, 1002, bin.length];
		const shards = paths.map((name, i) => ({ name, bytes: bin.subarray(cuts[i], cuts[i + 1]) }));
		const cut = readModel(main, filesBeside(main, shards));
		expect(cut.networks).toEqual(read({ json, bin }).networks);
		expect(() => readModel(main, filesBeside(main, shards.slice(1)))).toThrow("error.import.missing");
	});
});

describe("a graph model that cannot be run", () => {
	const behind = (operation: string, attr: Part["attr"] = {}, ...more: Part[]) =>
		sentence(
			graphModel([
				x,
				...answers("x", 784),
				...more,
				part("odd", operation, ["answers", ...more.map(({ name }) => name)], attr),
			]),
		);

	it.each(["Einsum", "Square", "SpaceToDepth", "OpOfMyOwn"])(
		"is refused by its operation %s",
		(operation) => {
			expect(behind(operation)).toBe(`This model has an operation that cannot be run here: ${operation}.`);
		},
	);

	it("is refused by the way in which an operation is used", () => {
		const square = weight("square", 10, 10);
		expect(behind("MatMul", { transpose_a: { b: true } }, square)).toMatch(/MatMul .*: transpose_a\./);
		const bias = weight("bias", 10);
		expect(behind("_FusedMatMul", fused("BiasAdd", "Gelu"), square, bias)).toMatch(/_FusedMatMul .*: Gelu\./);
		expect(behind("Mean", {}, whole("axis", [0]))).toMatch(/Mean .*axes/);
	});

	it("is refused where its nodes lead nowhere, or in a circle", () => {
		const into = (name: string) =>
			sentence(graphModel([x, part("a", "Relu", [name]), part("b", "Elu", ["a"])]));
		expect(into("lost")).toContain("lost comes from nowhere");
		const signature = { outputs: { digit: { name: "b" } } };
		const circle = [x, part("a", "Relu", ["b"]), part("b", "Elu", ["a"])];
		expect(sentence(graphModel(circle, "float32", { signature }))).toContain("comes from nowhere");
	});

	it("is refused with two inputs, with too few bytes and with weights elsewhere", () => {
		const { json, bin } = graphModel(PLAIN);
		expect(sentence(graphModel([...PLAIN, placeholder("y", -1, 1)]))).toContain("2 inputs");
		expect(sentence({ json, bin: bin.subarray(4) })).toContain("too short");
		const [{ weights }] = json.weightsManifest;
		const weightsManifest = [{ paths: ["https://example.org/w.bin"], weights }];
		expect(sentence({ json: { ...json, weightsManifest }, bin })).toContain("https://example.org/w.bin");
	});
});
