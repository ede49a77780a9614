import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { startBackend } from "../../../lib/models/backend.ts";
import { registerSimdKernels } from "../../../lib/models/simd/register.ts";
import { compileSimdModule } from "../../../tools/training/simd-module.ts";

beforeAll(async () => {
	await startBackend();
	registerSimdKernels(await compileSimdModule());
});

type Values = readonly Float32Array[];

/** What `compute` gives on a backend, for tensors of these shapes filled with the same numbers every time. */
async function on(
	name: string,
	shapes: number[][],
	compute: (...x: tf.Tensor[]) => tf.Tensor[],
): Promise<Values> {
	await tf.setBackend(name);
	const before = tf.memory().numTensors;
	const inputs = shapes.map((shape, i) =>
		tf.tensor(
			Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, j) => Math.sin(j * 1.7 + i * 0.3)),
			shape,
		),
	);
	const outputs = compute(...inputs);
	const values = outputs.map((tensor) => tensor.dataSync<"float32">());
	tf.dispose([inputs, outputs]);
	expect(tf.memory().numTensors).toBe(before);
	return values;
}

async function agree(shapes: number[][], compute: (...x: tf.Tensor[]) => tf.Tensor[]): Promise<void> {
	const expected = await on("cpu", shapes, compute);
	const actual = await on("wasm", shapes, compute);
	for (const [i, values] of expected.entries()) {
		const largest = values.reduce((a, b) => Math.max(a, Math.abs(b)), 1);
		expect(actual[i]).toHaveLength(values.length);
		for (let j = 0; j < values.length; j++)
			expect(Math.abs(actual[i][j] - values[j])).toBeLessThan(1e-5 * largest);
	}
}

const CONVOLUTIONS = [
	{ what: "one channel", n: 3, side: 9, ci: 1, co: 5, k: 3, pad: "valid" },
	{ what: "an even filter", n: 2, side: 8, ci: 3, co: 8, k: 4, pad: "same" },
	{ what: "many channels", n: 2, side: 7, ci: 19, co: 21, k: 3, pad: "same" },
	{ what: "a large filter", n: 1, side: 11, ci: 8, co: 16, k: 5, pad: "same" },
	{ what: "more pixels than a chunk", n: 1, side: 20, ci: 7, co: 9, k: 3, pad: "valid" },
] as const;

test.each(CONVOLUTIONS)("convolution and its gradients with $what agree with the cpu backend", async (c) => {
	const x = [c.n, c.side, c.side, c.ci];
	const filter = [c.k, c.k, c.ci, c.co];
	await agree([x, filter, [c.co]], (x, filter, bias) => {
		const attrs = { strides: [1, 1], pad: c.pad, dataFormat: "NHWC", dilations: [1, 1] };
		const run = (kernel: string, inputs: tf.NamedTensorMap, more: object = {}) =>
			tf.engine().runKernel(kernel, inputs, { ...attrs, ...more }) as tf.Tensor;
		const y = run("Conv2D", { x, filter });
		return [
			y,
			run("Conv2DBackpropInput", { dy: y, filter }, { inputShape: x.shape }),
			run("Conv2DBackpropFilter", { x, dy: y }, { filterShape: filter.shape }),
			run("FusedConv2D", { x, filter, bias }, { activation: "relu" }),
			run("FusedConv2D", { x, filter, bias }, { activation: "linear" }),
		];
	});
});

test.each([
	{ m: 5, k: 7, n: 3 },
	{ m: 64, k: 150, n: 10 },
	{ m: 1, k: 33, n: 40 },
])(
	"matrix products of $m x $k x $n, plain and transposed, agree with the cpu backend",
	async ({ m, k, n }) => {
		await agree(
			[
				[m, k],
				[k, n],
				[n, k],
				[k, m],
			],
			(a, b, bT, aT) => [tf.matMul(a, b), tf.matMul(a, bT, false, true), tf.matMul(aT, b, true, false)],
		);
	},
);
