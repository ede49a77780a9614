import { userError } from "../../../user-error.ts";
import type { Activation, Layer } from "../../layers.ts";
import type { PlacedLayer } from "../../network.ts";
import { type Padding, pairOf, type Size } from "../../window.ts";

/** TensorFlow.js follows Keras 2; what is given as `.keras` follows Keras 3. */
export type Dialect = "tfjs" | "keras3";

/** Activations and layers that tfjs-layers 4.22 lacks; its hard sigmoid is Keras 2's, with another slope. */
const NOT_IN_TFJS = new Set(["log_softmax", "exponential", "hard_sigmoid", "hard_swish", "Subtract"]);

function refuse(what: string): never {
	throw userError("error.export.layer", { layer: what });
}

function activationName(activation: Activation, dialect: Dialect): string {
	if (dialect === "tfjs" && NOT_IN_TFJS.has(activation)) refuse(activation);
	return dialect === "keras3" && activation === "swish" ? "silu" : activation;
}

function paddingName(padding: Padding): string {
	return typeof padding === "string" ? padding : refuse("padding");
}

const pair = (size: Size) => [...pairOf(size)];

function slidingConfig(
	layer: { strides: Size; padding: Padding; dilation?: Size },
	window: Readonly<Record<string, number[]>>,
) {
	return {
		...window,
		strides: pair(layer.strides),
		padding: paddingName(layer.padding),
		data_format: "channels_last",
		...(layer.dilation && { dilation_rate: pair(layer.dilation) }),
	};
}

/** A layer's class in Keras and what stands in its `config`, without its name. Throws a UserError where Keras has none. */
export function kerasConfig(
	{ layer, inputShape }: PlacedLayer,
	dialect: Dialect,
): { readonly className: string; readonly config: Record<string, unknown> } {
	if (dialect === "tfjs" && NOT_IN_TFJS.has(layer.type)) refuse(layer.type);
	return { className: layer.type, config: configOf(layer, inputShape, dialect) };
}

function configOf(layer: Layer, inputShape: readonly number[], dialect: Dialect): Record<string, unknown> {
	switch (layer.type) {
		case "Conv2D":
			return {
				filters: layer.filters,
				...slidingConfig(layer, { kernel_size: pair(layer.kernelSize) }),
				activation: activationName(layer.activation, dialect),
				use_bias: layer.useBias,
				kernel_regularizer: layer.l2 ? { class_name: "L1L2", config: { l1: 0, l2: layer.l2 } } : null,
			};
		case "DepthwiseConv2D":
			return {
				...slidingConfig(layer, { kernel_size: pair(layer.kernelSize) }),
				depth_multiplier: layer.multiplier,
				activation: activationName(layer.activation, dialect),
				use_bias: layer.useBias,
			};
		case "Dense":
			return {
				units: layer.units,
				activation: activationName(layer.activation, dialect),
				use_bias: layer.useBias ?? true,
			};
		case "BatchNormalization":
			return { axis: -1, momentum: layer.momentum, epsilon: layer.epsilon, center: true, scale: true };
		case "LayerNormalization": {
			const rank = inputShape.length;
			const axis = Array.from({ length: layer.axes }, (_, i) => rank - layer.axes + i + 1);
			return { axis, epsilon: layer.epsilon, center: true, scale: true };
		}
		case "MaxPooling2D":
		case "AveragePooling2D": {
			const { poolSize, strides = poolSize, padding = "valid" } = layer;
			return slidingConfig({ strides, padding }, { pool_size: pair(poolSize) });
		}
		case "GlobalAveragePooling2D":
		case "GlobalMaxPooling2D":
			return { data_format: "channels_last" };
		case "Dropout":
			return { rate: layer.rate };
		case "Activation":
			return { activation: activationName(layer.activation, dialect) };
		case "LeakyReLU":
			return dialect === "tfjs" ? { alpha: layer.alpha } : { negative_slope: layer.alpha };
		case "ELU":
			return { alpha: layer.alpha };
		case "PReLU": {
			const shared = layer.shape.flatMap((side, axis) =>
				side === 1 && inputShape[axis] !== 1 ? [axis + 1] : [],
			);
			return { shared_axes: shared.length > 0 ? shared : null };
		}
		case "Reshape":
			return { target_shape: layer.shape };
		case "Permute":
			return { dims: layer.axes.map((axis) => axis + 1) };
		case "ZeroPadding2D":
			return { padding: layer.padding, data_format: "channels_last" };
		case "Rescaling":
			return { scale: layer.scale, offset: layer.offset };
		case "Concatenate":
			return { axis: layer.axis + 1 };
		default:
			return {};
	}
}
