import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as h5wasm from "h5wasm/node";
import * as ort from "onnxruntime-web";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startBackend } from "../../../../lib/models/backend.ts";
import { createExecutor } from "../../../../lib/models/executor.ts";
import {
	EXPORT_FORMATS,
	type ExportFormat,
	FILE_ENDINGS,
} from "../../../../lib/models/formats/export-formats.ts";
import { exportModel } from "../../../../lib/models/formats/export-model.ts";
import { modelsAmong } from "../../../../lib/models/formats/models-among.ts";
import { filesBeside, readModel } from "../../../../lib/models/formats/read-files.ts";
import { openZip } from "../../../../lib/models/formats/zip.ts";
import { PLAIN_DECISION } from "../../../../lib/models/judging.ts";
import { inputShapeOf, placeLayers, type TrainedNetwork } from "../../../../lib/models/network.ts";
import { SAMPLES, trained } from "../samples.ts";

beforeAll(() => startBackend());

/** What each format has no layer for. */
const LACKS: Partial<Record<ExportFormat, readonly string[]>> = {
	"TensorFlow.js": ["log_softmax", "exponential", "hard_sigmoid", "hard_swish"],
};

const inputFor = ({ network }: TrainedNetwork): Float32Array => {
	const size = inputShapeOf(network).reduce((a, b) => a * b, 2);
	return Float32Array.from({ length: size }, (_, i) => Math.max(0, Math.sin(i * 0.37)));
};

function outputOf(model: TrainedNetwork): Float32Array {
	const executor = createExecutor(model);
	const shape = inputShapeOf(model.network);
	const values = tf.tidy(() => executor.run(tf.tensor(inputFor(model), [2, ...shape])).dataSync<"float32">());
	executor.dispose();
	return values;
}

function expectClose(actual: Float32Array, expected: Float32Array, tolerance: number): void {
	expect(actual.length).toBe(expected.length);
	const largest = expected.reduce((a, b) => Math.max(a, Math.abs(b)), 1);
	const worst = actual.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
	expect(worst / largest).toBeLessThan(tolerance);
}

/** Reads the models among files as an import does. */
function reread(name: string, bytes: Uint8Array) {
	const [{ main, files }] = modelsAmong([{ name, bytes }]);
	return readModel(main, filesBeside(main, files)).networks[0].trained;
}

describe.each(EXPORT_FORMATS)("as %s", (format) => {
	const samples = SAMPLES.filter(({ id }) => !LACKS[format]?.includes(id));
	it.each(samples)("$id comes back as it was", (network) => {
		const model = { ...trained(network), decision: PLAIN_DECISION };
		expectClose(
			outputOf(reread(`model${FILE_ENDINGS[format]}`, exportModel(model, format))),
			outputOf(model),
			1e-6,
		);
	});
});

describe("ONNX Runtime", () => {
	it.each(SAMPLES)("computes the same for $id", async (network) => {
		const model = { ...trained(network), decision: PLAIN_DECISION };
		const session = await ort.InferenceSession.create(exportModel(model, "ONNX"));
		const shape = inputShapeOf(network);
		// One channel: first or last, the numbers lie the same.
		const dims = shape.length === 3 ? [2, shape[2], shape[0], shape[1]] : [2, ...shape];
		const { output } = await session.run({ input: new ort.Tensor("float32", inputFor(model), dims) });
		expectClose(output.data as Float32Array, outputOf(model), 1e-5);
	});
});

it("writes HDF5 that another reader reads", async () => {
	const model = { ...trained(SAMPLES[0]), decision: PLAIN_DECISION };
	const weights = openZip(exportModel(model, "Keras")).read("model.weights.h5")!;
	await h5wasm.ready;
	const folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
	onTestFinished(() => rm(folder, { recursive: true }));
	const path = join(folder, "weights.h5");
	await writeFile(path, weights);
	const file = new h5wasm.File(path, "r");
	for (const { name, weights: specs } of placeLayers(model.network))
		for (const [i, spec] of specs.entries()) {
			const dataset = file.get(`layers/${name}/vars/${i}`) as h5wasm.Dataset;
			expect(dataset.shape).toEqual(spec.shape);
			expect(dataset.value).toEqual(model.weights.get(spec.name));
		}
	file.close();
});
