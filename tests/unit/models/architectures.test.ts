import { describe, expect, it } from "vitest";
import { ann512x128 } from "../../../lib/models/architectures/ann-512-128.ts";
import { cnn3x32 } from "../../../lib/models/architectures/cnn-3x32.ts";
import { cnn24x36 } from "../../../lib/models/architectures/cnn-24-36.ts";
import { cnn32x64x128 } from "../../../lib/models/architectures/cnn-32-64-128.ts";
import { cnn64x128 } from "../../../lib/models/architectures/cnn-64-128.ts";
import { cnnBn64 } from "../../../lib/models/architectures/cnn-bn-64.ts";
import { dense512 } from "../../../lib/models/architectures/dense-512.ts";
import { vgg16 } from "../../../lib/models/architectures/vgg-16.ts";
import { toKeras } from "../../../lib/models/formats/keras/write-topology.ts";
import { fromKeras } from "../../../lib/models/keras.ts";
import { sizeOf } from "../../../lib/models/layer-shapes.ts";
import {
	type Network,
	operationCount,
	parameterCount,
	placeLayers,
	weightSpecs,
} from "../../../lib/models/network.ts";

/** Output shapes of the layers that change the shape, input first. */
function shapes(network: Network): string {
	const all = placeLayers(network).map(({ outputShape }) => outputShape.join("x"));
	return ["28x28x1", ...all].filter((shape, i, list) => shape !== list[i - 1]).join(" ");
}

const trainableCount = (network: Network) =>
	weightSpecs(network)
		.filter(({ trainable }) => trainable)
		.reduce((count, { shape }) => count + sizeOf(shape), 0);

const countWithoutNormalisation = (network: Network) =>
	parameterCount({
		...network,
		layers: network.layers.filter(({ type }) => type !== "BatchNormalization"),
	});

describe("the reference networks have the parameters and shapes of the systems they reproduce", () => {
	it.each([
		[dense512, 407_050, "28x28x1 784 512 10"],
		[cnn3x32, 71_658, "28x28x1 28x28x32 14x14x32 7x7x32 3x3x32 288 128 10"],
		[cnn64x128, 281_770, "28x28x1 26x26x64 13x13x64 11x11x128 5x5x128 3200 64 32 10"],
		[ann512x128, 468_874, "28x28x1 784 512 128 10"],
		[cnn32x64x128, 265_906, "28x28x1 28x28x32 14x14x32 14x14x64 7x7x64 7x7x128 3x3x128 1152 120 10"],
		[cnnBn64, 1_386_762, "28x28x1 26x26x64 13x13x64 10816 128 10"],
	])("$id", (network, parameters, expected) => {
		expect(parameterCount(network)).toBe(parameters);
		expect(shapes(network)).toBe(expected);
	});

	it("cnn-24-36, whose origin counts only what is trained", () => {
		expect(trainableCount(cnn24x36)).toBe(124_790);
		expect(shapes(cnn24x36)).toBe("28x28x1 26x26x24 13x13x24 11x11x36 5x5x36 900 128 10");
	});

	it("vgg-16, whose batch normalisation is an addition", () => {
		expect(countWithoutNormalisation(vgg16)).toBe(14_913_226);
		expect(vgg16.layers.filter(({ type }) => type === "Conv2D")).toHaveLength(13);
		expect(shapes(vgg16)).toBe(
			"28x28x1 28x28x64 14x14x64 14x14x128 7x7x128 7x7x256 3x3x256 3x3x512 1x1x512 512 256 10",
		);
	});

	it("cost as many operations as their kernels are used", () => {
		expect(operationCount(dense512)).toBe(2 * (784 * 512 + 512 * 10));
		expect(operationCount(cnn24x36)).toBe(
			2 * (26 * 26 * 9 * 24 + 11 * 11 * 9 * 24 * 36 + 900 * 128 + 128 * 10),
		);
	});

	it.each([dense512, cnn3x32, cnn64x128, ann512x128, cnn32x64x128, cnnBn64, cnn24x36, vgg16])(
		"$id survives being written as a Keras model",
		(network) => {
			expect(fromKeras(JSON.parse(JSON.stringify(toKeras(network))))).toEqual(network);
		},
	);
});
