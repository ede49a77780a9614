import { ACTIVATIONS } from "../../../lib/models/activations.ts";
import {
	activation,
	batchNormalization,
	conv2d,
	dense,
	flatten,
	type Layer,
	maxPooling2D,
} from "../../../lib/models/layers.ts";
import type { Network, TrainedNetwork } from "../../../lib/models/network.ts";
import { trainedTiny } from "./tiny.ts";

/** Small networks for glyphs of 28 x 28 that together have every layer, and every way to slide. */
export const SAMPLES: readonly Network[] = [
	row("strides", [
		conv2d(3, [5, 3], { strides: 2, padding: "same" }),
		conv2d(4, 3, { strides: [2, 1], useBias: false }),
	]),
	row("dilation", [conv2d(3, 3, { dilation: 2, padding: "same" }), conv2d(2, 3, { dilation: [3, 2] })]),
	row("depthwise", [
		conv2d(3, 3),
		depthwise({ multiplier: 2, padding: "same" }),
		depthwise({ kernelSize: [3, 2], strides: 2, useBias: false, activation: "relu" }),
		depthwise({ kernelSize: 4, activation: "tanh" }),
	]),
	row("pools", [
		conv2d(3, 3, { padding: "same" }),
		{ type: "MaxPooling2D", poolSize: 3, strides: 2, padding: "same" },
		{ type: "AveragePooling2D", poolSize: 3, strides: 2, padding: "same" },
		{ type: "MaxPooling2D", poolSize: [2, 1] },
		{ type: "AveragePooling2D", poolSize: 2, strides: 1 },
	]),
	row("average", [conv2d(3, 5), { type: "AveragePooling2D", poolSize: 2 }, maxPooling2D(3)]),
	row("global", [conv2d(12, 5), { type: "GlobalMaxPooling2D" }], false),
	row("global average", [conv2d(12, 5), { type: "GlobalAveragePooling2D" }], false),
	row(
		"normalisations",
		[
			batchNormalization(),
			conv2d(3, 3, { strides: 3 }),
			{ type: "LayerNormalization", axes: 1, epsilon: 1e-3 },
			batchNormalization(0.9, 1e-5),
			{ type: "LayerNormalization", axes: 3, epsilon: 1e-5 },
			flatten(),
			batchNormalization(),
			dense(4),
		],
		false,
	),
	row("leaks", [
		conv2d(3, 3, { strides: 2 }),
		{ type: "LeakyReLU", alpha: 0.3 },
		conv2d(3, 3),
		{ type: "PReLU", shape: [1, 1, 3] },
		conv2d(2, 3),
		{ type: "PReLU", shape: [9, 9, 2] },
		{ type: "PReLU", shape: [9, 1, 2] },
		{ type: "ELU", alpha: 1 },
	]),
	row("shapes", [
		{
			type: "ZeroPadding2D",
			padding: [
				[1, 2],
				[0, 3],
			],
		},
		{ type: "Rescaling", scale: 2, offset: -1 },
		conv2d(4, 3, { strides: 4 }),
		{ type: "Permute", axes: [2, 0, 1] },
		{ type: "Reshape", shape: [4, 64] },
		dense(6, "relu"),
		{ type: "Reshape", shape: [3, 8] },
		{ type: "Permute", axes: [1, 0] },
	]),
	{ ...row("flat input", [dense(20, "relu")], false), inputShape: [784] },
	{
		...row("picture without channels", [
			{ type: "Reshape", shape: [28, 28, 1] },
			conv2d(2, 7, { strides: 7 }),
		]),
		inputShape: [28, 28],
	},
	{ ...row("other sides", [conv2d(3, 5, { strides: 2 })]), inputShape: [32, 20, 1] },
	...ACTIVATIONS.map((name) => row(name, [conv2d(2, 9, { strides: 4, activation: name }), activation(name)])),
	inceptionLike(),
	merges(),
];

function depthwise(options: Partial<Extract<Layer, { type: "DepthwiseConv2D" }>>): Layer {
	return {
		type: "DepthwiseConv2D",
		kernelSize: 3,
		strides: 1,
		padding: "valid",
		multiplier: 1,
		useBias: true,
		activation: "linear",
		...options,
	};
}

/** These layers in a row before a dense one of ten units; what they give is flattened first unless it is flat. */
function row(id: string, layers: readonly Layer[], spread = true): Network {
	return { id, layers: [...layers, ...(spread ? [flatten()] : []), dense(10)] };
}

/** Branches that are concatenated, and one that skips. */
function inceptionLike(): Network {
	return {
		id: "inception",
		layers: [
			conv2d(4, 5, { strides: 3, activation: "relu" }),
			conv2d(3, 1, { activation: "relu" }),
			conv2d(4, 3, { padding: "same" }),
			{ type: "MaxPooling2D", poolSize: 3, strides: 1, padding: "same" },
			{ type: "Concatenate", axis: 2 },
			batchNormalization(),
			conv2d(11, 3, { padding: "same" }),
			batchNormalization(),
			{ type: "Add" },
			activation("relu"),
			{ type: "GlobalAveragePooling2D" },
			dense(10, "softmax"),
		],
		wires: [[-1], [0], [0], [0], [1, 2, 3], [4], [5], [6], [7, 5], [8], [9], [10]],
	};
}

function merges(): Network {
	return {
		id: "merges",
		layers: [
			conv2d(3, 7, { strides: 3 }),
			conv2d(3, 7, { strides: 3 }),
			{ type: "Multiply" },
			{ type: "Average" },
			{ type: "Maximum" },
			{ type: "Minimum" },
			{ type: "Concatenate", axis: 0 },
			flatten(),
			dense(10),
		],
		wires: [[-1], [-1], [0, 1], [0, 1, 2], [3, 0], [4, 1, 2], [5, 2], [6], [7]],
	};
}

/** Any network with weights that matter, the same every time. */
export const trained = (network: Network): TrainedNetwork => trainedTiny(network);
