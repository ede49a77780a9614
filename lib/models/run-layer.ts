import * as tf from "@tensorflow/tfjs-core";
import type { Activation, DepthwiseConv2D, LayerNormalization, Merging } from "./layers.ts";
import type { PlacedLayer } from "./network.ts";
import { type Padding, pairOf, type Size } from "./window.ts";

/** What follows a layer's sum, on a tensor that the caller owns still. */
export function activate(x: tf.Tensor, activation: Activation): tf.Tensor {
	switch (activation) {
		case "linear":
			return tf.clone(x);
		case "relu":
			return tf.relu(x);
		case "relu6":
			return tf.relu6(x);
		case "sigmoid":
			return tf.sigmoid(x);
		case "tanh":
			return tf.tanh(x);
		case "softmax":
			return tf.softmax(x);
		case "log_softmax":
			// Its logarithm of the sum, by hand: the backend has no kernel for it.
			return tf.tidy(() => {
				const shifted = tf.sub(x, tf.max(x, -1, true));
				return tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), -1, true)));
			});
		case "elu":
			return tf.elu(x);
		case "selu":
			return tf.selu(x);
		case "softplus":
			return tf.softplus(x);
		case "softsign":
			return tf.div(x, tf.add(tf.abs(x), 1));
		case "swish":
			return tf.mul(x, tf.sigmoid(x));
		case "gelu":
			return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
		case "exponential":
			return tf.exp(x);
		case "hard_sigmoid":
			return hardSigmoid(x);
		case "hard_swish":
			return tf.mul(x, hardSigmoid(x));
	}
}

const hardSigmoid = (x: tf.Tensor) => tf.div(tf.relu6(tf.add(x, 3)), 6);

/** Only these run within the kernel of a convolution or a product. */
const fusedWith = (activation: Activation) => (activation === "relu" ? "relu" : "linear");

const afterFused = (sum: tf.Tensor, activation: Activation) =>
	activation === "relu" || activation === "linear" ? sum : activate(sum, activation);

/** The stride or dilation as TensorFlow.js wants it. */
const pair = (size: Size) => [...pairOf(size)] as [number, number];

function marginsOf(padding: Padding): "same" | "valid" | tf.backend_util.ExplicitPadding {
	if (typeof padding === "string") return padding;
	const [rows, columns] = padding;
	return [[0, 0], [...rows], [...columns], [0, 0]];
}

function dense(x: tf.Tensor, [b, bias]: tf.Tensor[], activation: Activation): tf.Tensor {
	const flat = x.rank === 2 ? x : tf.reshape(x, [-1, x.shape[x.rank - 1]]);
	const sum = afterFused(
		tf.fused.matMul({ a: flat as tf.Tensor2D, b, bias, activation: fusedWith(activation) }),
		activation,
	);
	return x.rank === 2 ? sum : tf.reshape(sum, [...x.shape.slice(0, -1), b.shape[1]!]);
}

function depthwise(layer: DepthwiseConv2D, x: tf.Tensor, [filter, bias]: tf.Tensor[]): tf.Tensor {
	// Not fused with its bias: one kernel fewer for a layer that is rare.
	const sum = tf.depthwiseConv2d(
		x as tf.Tensor4D,
		filter as tf.Tensor4D,
		pair(layer.strides),
		marginsOf(layer.padding) as "same",
		"NHWC",
		pair(layer.dilation ?? 1),
	);
	return activate(bias ? tf.add(sum, bias) : sum, layer.activation);
}

function layerNorm(layer: LayerNormalization, x: tf.Tensor, [gamma, beta]: tf.Tensor[]): tf.Tensor {
	const axes = Array.from({ length: layer.axes }, (_, i) => x.rank - layer.axes + i);
	const centred = tf.sub(x, tf.mean(x, axes, true));
	const variance = tf.mean(tf.mul(centred, centred), axes, true);
	return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, layer.epsilon))), gamma), beta);
}

const MERGE: Record<Merging["type"], (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
	Add: tf.add,
	Average: tf.add,
	Multiply: tf.mul,
	Subtract: tf.sub,
	Maximum: tf.maximum,
	Minimum: tf.minimum,
};

/** What a layer makes of its inputs, each with a batch before its shape; within `tf.tidy`. */
export function runLayer(
	{ layer, outputShape }: PlacedLayer,
	inputs: readonly tf.Tensor[],
	weights: tf.Tensor[],
): tf.Tensor {
	const [x] = inputs;
	switch (layer.type) {
		case "Conv2D": {
			const [filter, bias] = weights;
			const sum = tf.fused.conv2d({
				x: x as tf.Tensor4D,
				filter: filter as tf.Tensor4D,
				strides: pair(layer.strides),
				dilations: pair(layer.dilation ?? 1),
				pad: marginsOf(layer.padding) as "same",
				bias,
				activation: fusedWith(layer.activation),
			});
			return afterFused(sum, layer.activation);
		}
		case "DepthwiseConv2D":
			return depthwise(layer, x, weights);
		case "Dense":
			return dense(x, weights, layer.activation);
		case "BatchNormalization": {
			const [gamma, beta, mean, variance] = weights as tf.Tensor1D[];
			return tf.batchNorm(x, mean, variance, beta, gamma, layer.epsilon);
		}
		case "LayerNormalization":
			return layerNorm(layer, x, weights);
		case "MaxPooling2D":
		case "AveragePooling2D": {
			const { poolSize, strides = poolSize, padding = "valid" } = layer;
			const pool = layer.type === "MaxPooling2D" ? tf.maxPool : tf.avgPool;
			return pool(x as tf.Tensor4D, pair(poolSize), pair(strides), marginsOf(padding) as "same");
		}
		case "Activation":
			return activate(x, layer.activation);
		case "LeakyReLU":
			return tf.leakyRelu(x, layer.alpha);
		case "ELU":
			// a elu(x) below 0 and x above
			return layer.alpha === 1
				? tf.elu(x)
				: tf.add(tf.relu(x), tf.mul(tf.elu(tf.minimum(x, 0)), layer.alpha));
		case "PReLU":
			// By hand: the backend's own kernel takes the slopes for those of the last axes whatever their shape is.
			return tf.add(tf.relu(x), tf.mul(tf.minimum(x, 0), weights[0]));
		case "Flatten":
		case "Reshape":
			return tf.reshape(x, [-1, ...outputShape]);
		case "Permute":
			return tf.transpose(x, [0, ...layer.axes.map((axis) => axis + 1)]);
		case "ZeroPadding2D":
			return tf.pad(x, [[0, 0], [...layer.padding[0]], [...layer.padding[1]], [0, 0]]);
		case "Rescaling":
			return tf.add(tf.mul(x, layer.scale), layer.offset);
		case "GlobalAveragePooling2D":
			return tf.mean(x, [1, 2]);
		case "GlobalMaxPooling2D":
			return tf.max(x, [1, 2]);
		case "Dropout":
			return tf.clone(x);
		case "Concatenate":
			return tf.concat([...inputs], layer.axis + 1);
		default: {
			const merged = inputs.slice(1).reduce((sum, input) => MERGE[layer.type](sum, input), x);
			if (layer.type === "Average") return tf.div(merged, inputs.length);
			return merged === x ? tf.clone(x) : merged;
		}
	}
}
