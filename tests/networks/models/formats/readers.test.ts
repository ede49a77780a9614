import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { serialiseModel } from "../../../../lib/models/format.ts";
import { exportModel } from "../../../../lib/models/formats/export-model.ts";
import { findInput } from "../../../../lib/models/formats/find-input.ts";
import { readTopology } from "../../../../lib/models/formats/keras/topology.ts";
import { probabilitiesOf } from "../../../../lib/models/formats/look.ts";
import { modelsAmong } from "../../../../lib/models/formats/models-among.ts";
import { filesBeside, readModel } from "../../../../lib/models/formats/read-files.ts";
import { PLAIN_DECISION } from "../../../../lib/models/judging.ts";
import { dense, flatten } from "../../../../lib/models/layers.ts";
import { placeLayers } from "../../../../lib/models/network.ts";
import { englishOf } from "../../../../tools/english.ts";
import { SAMPLES, trained } from "../samples.ts";
import { legacyStateDict, torchCheckpoint, torchZip } from "./state-dicts.ts";

beforeAll(() => startBackend());

const alone = () => undefined;
const text = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));

/** Each digit as a bar at a place of its own, and a network that knows the bars. */
const bars = Array.from({ length: 10 }, (_, digit) =>
	Float32Array.from({ length: 784 }, (_, i) => (Math.floor((i % 28) / 2.8) === digit ? 0.9 : 0)),
);
/** One label is wrong: who is too sure of all answers is told from who is not. */
const digits = { glyphs: [...bars, bars[0]], labels: [...bars.map((_, digit) => digit), 1] };
/** [784, 10]: ink in a digit's columns speaks for it. */
const kernel = (scale: number) =>
	Float32Array.from({ length: 7840 }, (_, i) =>
		Math.floor(((Math.floor(i / 10) % 28) / 28) * 10) === i % 10 ? scale : 0,
	);

describe("a state dict", () => {
	const conv = [
		{ name: "module.conv1.weight", shape: [4, 1, 5, 5] },
		{ name: "module.conv1.bias", shape: [4] },
		{ name: "module.conv2.weight", shape: [6, 4, 5, 5] },
		{ name: "module.conv2.bias", shape: [6] },
		{ name: "module.fc1.weight", shape: [20, 6 * 4 * 4] },
		{ name: "module.fc1.bias", shape: [20] },
		{ name: "module.fc2.weight", shape: [10, 20] },
		{ name: "module.fc2.bias", shape: [10] },
	];

	it.each([
		["zip", torchZip(conv)],
		["legacy", legacyStateDict(conv)],
	])("of %s is fitted with the usual network first", (_, bytes) => {
		const { networks, guessed } = readModel({ name: "x", bytes }, alone);
		expect(guessed).toBe(true);
		const types = networks[0].trained.network.layers.map(({ type }) => type);
		expect(types.filter((type) => !["Permute", "Reshape"].includes(type))).toEqual([
			"Conv2D",
			"Activation",
			"MaxPooling2D",
			"Conv2D",
			"Activation",
			"MaxPooling2D",
			"Flatten",
			"Dense",
			"Activation",
			"Dense",
		]);
	});

	it("with batch normalisation is tried in both orders of pool, activation and normalisation", () => {
		const norm = [
			{ name: "bn1.weight", shape: [4] },
			{ name: "bn1.bias", shape: [4] },
			{ name: "bn1.running_mean", shape: [4] },
			{ name: "bn1.running_var", shape: [4], values: new Float32Array(4).fill(1) },
		];
		const { networks, further } = readModel({ name: "x", bytes: torchZip([...conv, ...norm]) }, alone);
		const orders = new Set(
			[...networks, ...further!([networks[0]])].map(({ trained }) =>
				trained.network.layers
					.map(({ type }) => type)
					.filter((type) => ["BatchNormalization", "Activation", "MaxPooling2D"].includes(type))
					.slice(0, 3)
					.join(" "),
			),
		);
		expect(orders).toContain("BatchNormalization Activation MaxPooling2D");
		expect(orders).toContain("MaxPooling2D BatchNormalization Activation");
		expect(orders).toContain("Activation BatchNormalization MaxPooling2D");
	});

	it("is found in checkpoints, beside what else trainers keep", () => {
		const bytes = torchCheckpoint({
			epoch: 3,
			best: [{ name: "accuracy", shape: [] }],
			model_state_dict: conv,
		});
		const { networks } = readModel({ name: "x", bytes }, alone);
		expect(networks[0].trained.network.layers.at(-1)).toMatchObject({ type: "Dense", units: 10 });
	});

	it("that fits nothing, or has other classes, is refused with advice", () => {
		const say = (tensors: Parameters<typeof torchZip>[0]) => {
			try {
				readModel({ name: "x", bytes: torchZip(tensors) }, alone);
				return "read";
			} catch (error) {
				return englishOf(error);
			}
		};
		expect(say([{ name: "lstm.weight_ih_l0", shape: [40, 28, 1] }])).toContain("torch.onnx.export");
		expect(say([{ name: "fc.weight", shape: [47, 784] }])).toContain("47 answers");
		expect(say([{ name: "conv1.weight", shape: [8, 3, 3, 3] }])).toContain("colour");
		expect(say([{ name: "train_images", shape: [30_000, 16] }])).toContain("no weights");
	});
});

describe("how digits go in", () => {
	const modelWith = (scale: number, bias: number) => {
		const network = { id: "bars", layers: [flatten(), dense(10)] };
		const [kernelName, biasName] = placeLayers(network)[1].weights.map(({ name }) => name);
		const weights = new Map([
			[kernelName, kernel(scale)],
			[biasName, new Float32Array(10).fill(bias)],
		]);
		return {
			format: "Keras" as const,
			guessed: false,
			networks: [{ inputShape: [], trained: { network, weights } }],
		};
	};

	it("is found with known digits, all ways told, and can be given", () => {
		const { convention, attempts } = findInput(modelWith(0.05, 0), digits);
		expect(convention).toEqual({ range: "0-1", inverted: false, fit: "pad" });
		expect(attempts[0]).toMatchObject({ digits: 11, right: 10 });
		expect(attempts.some(({ convention }) => convention.inverted)).toBe(true);
		expect(findInput(modelWith(0.05, 0), digits, "0-255").convention.range).toBe("0-255");
		// Ink that counts against a digit: the picture is the other way round.
		expect(findInput(modelWith(-0.05, 0), digits).convention.inverted).toBe(true);
	});

	it("gives probabilities that are softmax of the outputs", () => {
		const { networks } = modelWith(0.05, 0);
		const rows = probabilitiesOf(networks[0].trained, bars, { range: "0-1", inverted: false, fit: "pad" });
		rows.forEach((row, digit) => {
			expect(row.indexOf(Math.max(...row))).toBe(digit);
			expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
		});
	});
});

describe("the files of a model", () => {
	const model = { ...trained(SAMPLES[0]), decision: PLAIN_DECISION };
	const { json, bin } = serialiseModel(model, "float32");
	const parts = { "model.json": new TextEncoder().encode(json), "weights.bin": bin };

	it("are found in a folder and in a zip, and told when one is missing", () => {
		const inFolder = Object.entries(parts).map(([name, bytes]) => ({ name: `a/${name}`, bytes }));
		const readme = { name: "a/README.md", bytes: new TextEncoder().encode("# Model\n") };
		const [found, ...others] = modelsAmong([...inFolder, readme]);
		expect([found.main.name, others.length]).toEqual(["a/model.json", 0]);
		expect(readModel(found.main, filesBeside(found.main, found.files)).format).toBe("TensorFlow.js layers");
		const [zipped] = modelsAmong([{ name: "a.zip", bytes: zipSync(parts) }]);
		expect(readModel(zipped.main, filesBeside(zipped.main, zipped.files)).format).toBe(
			"TensorFlow.js layers",
		);
		expect(() => readModel(inFolder[0], alone)).toThrow("error.import.missing");
	});

	it("of a SavedModel are one thing, with advice", () => {
		const names = ["fingerprint.pb", "keras_metadata.pb", "saved_model.pb", "variables/variables.index"];
		const files = names.map((name) => ({
			name: `saved/${name}`,
			bytes: Uint8Array.from(name === "saved_model.pb" ? [8, 1, 18, 2, 10, 0] : [10, 4, 8, 1, 16, 2]),
		}));
		const [found, ...others] = modelsAmong(files);
		expect([found.main.name, others.length]).toEqual(["saved/saved_model.pb", 0]);
		expect(() => readModel(found.main, alone)).toThrow("error.import.savedModel");
	});

	it("are put together again where a .keras file was unpacked", () => {
		const unpacked = Object.entries(unzipSync(exportModel(model, "Keras"))).map(([name, bytes]) => ({
			name: `mine/${name}`,
			bytes,
		}));
		const zipped = [
			{
				name: "mine.zip",
				bytes: zipSync(Object.fromEntries(unpacked.map(({ name, bytes }) => [name, bytes]))),
			},
		];
		for (const files of [unpacked, zipped]) {
			const [found, ...others] = modelsAmong(files);
			expect([found.main.name.endsWith("mine.keras"), others.length]).toEqual([true, 0]);
			expect(readModel(found.main, alone).format).toBe("Keras");
		}
	});

	it("may be renamed: the content tells", () => {
		const bytes = exportModel(model, "ONNX");
		expect(readModel({ name: "model.h5", bytes }, alone).format).toBe("ONNX");
	});
});

describe("Keras' descriptions", () => {
	const layer = (class_name: string, config: object) => ({ class_name, config });
	const denseOf = (name: string) => layer("Dense", { name, units: 10 });

	it("are read from all versions", () => {
		const list = [layer("Flatten", { name: "f", batch_input_shape: [null, 28, 28] }), denseOf("d")];
		const models = [
			{ class_name: "Sequential", config: list },
			{ class_name: "Sequential", config: { name: "s", layers: list } },
		];
		for (const model of models) {
			const { layers, inputShape } = readTopology(model);
			expect(layers.map(({ className }) => className)).toEqual(["Flatten", "Dense"]);
			expect(inputShape).toEqual([null, 28, 28]);
		}
		const tensor = (name: string) => ({
			class_name: "__keras_tensor__",
			config: { keras_history: [name, 0, 0] },
		});
		const nodes: readonly [unknown, unknown][] = [
			[[[["x", 0, 0, {}]]], [["d", 0, 0]]],
			[[[["x", 0, 0, { name: null }]]], ["d", 0, 0]],
			[[{ args: [tensor("x")], kwargs: {} }], ["d", 0, 0]],
		];
		for (const [inbound_nodes, output_layers] of nodes) {
			const input = { ...layer("InputLayer", { batch_shape: [null, 784] }), name: "x", inbound_nodes: [] };
			const { layers, outputs } = readTopology({
				class_name: "Functional",
				config: {
					layers: [input, { ...denseOf("d"), name: "d", inbound_nodes }],
					input_layers: [["x", 0, 0]],
					output_layers,
				},
			});
			expect(layers[1].calls[0].inputs).toEqual([{ layer: "x", call: 0 }]);
			expect(outputs).toEqual([{ layer: "d", call: 0 }]);
		}
	});

	it("with a layer that cannot be run are refused by its name", () => {
		const files = (className: string) => {
			const topology = {
				class_name: "Sequential",
				config: {
					layers: [layer(className, { name: "a", batch_input_shape: [null, 28, 28, 1] }), denseOf("d")],
				},
			};
			const manifest = [{ paths: ["w.bin"], weights: [{ name: "d/kernel", shape: [1], dtype: "float32" }] }];
			return { name: "model.json", bytes: text({ modelTopology: topology, weightsManifest: manifest }) };
		};
		const beside = () => ({ name: "w.bin", bytes: new Uint8Array(4) });
		const say = (className: string) => {
			try {
				readModel(files(className), beside);
				return "read";
			} catch (error) {
				return englishOf(error);
			}
		};
		expect(say("HyperScale")).toContain("HyperScale");
		expect(say("Lambda")).toContain("Python code");
		expect(say("LSTM")).toContain("sequence (LSTM)");
	});
});
