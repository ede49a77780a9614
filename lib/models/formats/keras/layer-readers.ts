import { userError } from "../../../user-error.ts";
import { expandGroups } from "../groups.ts";
import type { Kernel, Layout, Value, Window } from "../value.ts";
import { activateAs, activationLayer } from "./activations.ts";
import { axesOf } from "./axes.ts";
import type { LayerCall } from "./layer-call.ts";
import { operator } from "./operators.ts";

/** Layers that do something in training alone. */
const TRAINING_ONLY =
	/^(Dropout|SpatialDropout[123]D|Gaussian(Noise|Dropout)|AlphaDropout|ActivityRegularization|Identity|Random\w+)$/;

/** Layers that read one step after the other. */
const OF_SEQUENCES = /^(LSTM|GRU|SimpleRNN|RNN|Bidirectional|TimeDistributed|ConvLSTM2D|Embedding|Conv1D)$/;

const MERGES = ["Add", "Multiply", "Subtract", "Average", "Maximum", "Minimum"] as const;

function optionRefused({ entry }: LayerCall, option: string): never {
	throw userError("error.import.option", { layer: entry.className, option });
}

/** What a layer gives for its inputs. Throws a UserError at a layer, or a use of one, that cannot be run. */
export function callLayer(layer: LayerCall): Value {
	const { builder, entry, inputs, weights, keras2 } = layer;
	const { className, config } = entry;
	const [x] = inputs;
	if (!x) throw userError("error.import.unreadable", { detail: `${entry.name} has no input` });
	if (config.quantization_config) throw userError("error.import.quantized");
	if (config.dim_ordering === "th") optionRefused(layer, "dim_ordering th");
	if (TRAINING_ONLY.test(className)) return builder.dropout(x, 0);
	const merge = MERGES.find((name) => name === className);
	if (merge && inputs.length > 1) return builder.merge(merge, inputs);

	const bias = (at: number) => (config.use_bias === false ? undefined : weights[at]?.values);
	const activated = (value: Value) => activateAs(builder, value, config.activation, keras2);
	switch (className) {
		case "Dense":
			return activated(builder.dense(x, weightOf(layer, 0), bias(1)));
		case "Conv2D":
		case "Convolution2D": {
			const groups = Number(config.groups ?? 1);
			const kernel = expandGroups(weightOf(layer, 0), groups);
			return activated(builder.conv2d(x, layoutOf(layer), kernel, bias(1), windowOf(layer)));
		}
		case "DepthwiseConv2D":
			return activated(builder.depthwise(x, layoutOf(layer), weightOf(layer, 0), bias(1), windowOf(layer)));
		case "SeparableConv2D": {
			const depthwise = builder.depthwise(x, layoutOf(layer), weightOf(layer, 0), undefined, windowOf(layer));
			const pointwise = weightOf(layer, 1);
			return activated(
				builder.conv2d(depthwise, layoutOf(layer), pointwise, bias(2), { strides: 1, padding: "valid" }),
			);
		}
		case "MaxPooling2D":
		case "MaxPool2D":
			return builder.pool(x, layoutOf(layer), "MaxPooling2D", poolSize(layer), windowOf(layer));
		case "AveragePooling2D":
			return builder.pool(x, layoutOf(layer), "AveragePooling2D", poolSize(layer), windowOf(layer));
		case "GlobalAveragePooling2D":
		case "GlobalMaxPooling2D":
			return builder.globalPool(x, layoutOf(layer), className, config.keepdims === true);
		case "BatchNormalization":
		case "BatchNormalizationV1":
		case "SyncBatchNormalization":
			return batchNormalization(layer, x);
		case "LayerNormalization":
			return layerNormalization(layer, x);
		case "Normalization":
			return normalization(layer, x);
		case "Flatten":
			// Keras itself flattens channels first as if they came last.
			return builder.flatten(
				config.data_format === "channels_first" && x.shape.length === 3 ? builder.permute(x, [1, 2, 0]) : x,
			);
		case "Reshape":
			return Array.isArray(config.target_shape) ? builder.reshape(x, config.target_shape) : operator(layer);
		case "Permute":
			return builder.permute(
				x,
				(config.dims as number[]).map((axis) => axis - 1),
			);
		case "ZeroPadding2D":
			return builder.pad(x, marginsOf(config.padding), layoutOf(layer));
		case "Rescaling":
			return rescaling(layer, x);
		case "PReLU":
			return builder.prelu(x, weightOf(layer, 0));
		case "Concatenate":
			return concatenate(layer);
		case "Lambda":
			throw userError("error.import.lambda");
		case "TFOpLambda":
		case "TensorFlowOpLayer":
		case "Add":
		case "Subtract":
		case "Multiply":
		case "Divide":
		case "TrueDivide":
		case "Maximum":
		case "Minimum":
		case "Negative":
		case "Mean":
		case "Max":
		case "Relu":
		case "Relu6":
		case "Gelu":
		case "Elu":
		case "Selu":
		case "Sigmoid":
		case "Tanh":
			return operator(layer);
		default:
			if (OF_SEQUENCES.test(className)) throw userError("error.import.steps", { layer: className });
			return activationLayer(builder, x, className, config, keras2);
	}
}

function weightOf({ entry, weights }: LayerCall, at: number): Kernel {
	const weight = weights[at];
	if (!weight) throw userError("error.import.unreadable", { detail: `${entry.name} lacks weights` });
	return weight;
}

const layoutOf = ({ entry }: LayerCall): Layout =>
	entry.config.data_format === "channels_first" ? "channelsFirst" : "channelsLast";

/** One number or two; Keras 1 has other names for some. */
function sidesOf(value: unknown, usual: number): readonly [number, number] {
	const sides = Array.isArray(value) ? value : [value ?? usual, value ?? usual];
	return [Number(sides[0]), Number(sides[1])];
}

const poolSize = ({ entry }: LayerCall) => sidesOf(entry.config.pool_size, 2);

function windowOf(layer: LayerCall): Window {
	const { config } = layer.entry;
	const padding = String(config.padding ?? config.border_mode ?? "valid").toLowerCase();
	if (padding !== "valid" && padding !== "same") optionRefused(layer, `padding ${padding}`);
	// Pools step by their own size unless something else is said.
	const strides = sidesOf(config.strides ?? config.subsample ?? config.pool_size, 1);
	const dilation = sidesOf(config.dilation_rate, 1);
	const dilated = Math.max(...dilation) > 1;
	if (dilated && Math.max(...strides) > 1) optionRefused(layer, "strides and dilation_rate together");
	return { strides, padding, ...(dilated && { dilation }) };
}

/** 1, [1, 2], or [[1, 1], [2, 2]]. */
function marginsOf(padding: unknown) {
	const [rows, columns] = Array.isArray(padding) ? padding : [padding ?? 1, padding ?? 1];
	return [sidesOf(rows, 0), sidesOf(columns, 0)] as const;
}

function batchNormalization(layer: LayerCall, x: Value): Value {
	const { builder, entry, weights } = layer;
	const axes = axesOf(entry.config.axis, x.shape.length);
	if (axes.length !== 1 || !(axes[0] in x.shape)) optionRefused(layer, `axis ${axes.join()}`);
	const own = weights.map(({ values }) => values);
	const gamma = entry.config.scale === false ? undefined : own.shift();
	const beta = entry.config.center === false ? undefined : own.shift();
	const [mean, variance] = own;
	if (!mean || !variance)
		throw userError("error.import.unreadable", { detail: `${entry.name} lacks weights` });
	return builder.batchNorm(x, axes[0], { gamma, beta, mean, variance }, Number(entry.config.epsilon ?? 1e-3));
}

function layerNormalization(layer: LayerCall, x: Value): Value {
	const { builder, entry, weights } = layer;
	const rank = x.shape.length;
	const axes = axesOf(entry.config.axis, rank).sort((a, b) => a - b);
	if (axes.some((axis, i) => axis !== rank - axes.length + i) || entry.config.rms_scaling)
		optionRefused(layer, `axis ${axes.join()}`);
	const size = axes.reduce((product, axis) => product * x.shape[axis], 1);
	const own = weights.map(({ values }) => values);
	const gamma = (entry.config.scale === false ? undefined : own.shift()) ?? new Float32Array(size).fill(1);
	const beta = (entry.config.center === false ? undefined : own.shift()) ?? new Float32Array(size);
	return builder.layerNorm(x, axes.length, Number(entry.config.epsilon ?? 1e-3), { gamma, beta });
}

/** (x - mean) / sqrt(variance), of all values or along the axis; adapted means are weights, given ones lie in the config. */
function normalization(layer: LayerCall, x: Value): Value {
	const { builder, entry } = layer;
	const numbers = (given: unknown, at: number): Float32Array =>
		given !== undefined && given !== null
			? Float32Array.from([given].flat(4) as number[])
			: weightOf(layer, at).values;
	const mean = numbers(entry.config.mean, 0);
	const variance = numbers(entry.config.variance, 1);
	const invert = entry.config.invert === true;
	const deviation = variance.map((value) => Math.max(Math.sqrt(value), 1e-7));
	const scale = deviation.map((value) => (invert ? value : 1 / value));
	const offset = mean.map((value, i) => (invert ? value : -value / deviation[i]));
	if (mean.length === 1) return builder.rescale(x, scale[0], offset[0]);
	if (mean.length === x.shape[x.shape.length - 1])
		return builder.affine(x, x.shape.length - 1, scale, offset);
	const flat = builder.flatten(x);
	if (mean.length !== flat.shape[0]) optionRefused(layer, `axis ${String(entry.config.axis)}`);
	return builder.reshape(builder.affine(flat, 0, scale, offset), x.shape);
}

function rescaling(layer: LayerCall, x: Value): Value {
	const { scale, offset } = layer.entry.config;
	const numbers = (value: unknown) => [value ?? 0].flat() as number[];
	const [scales, offsets] = [numbers(scale), numbers(offset)];
	if (scales.length > 1 || offsets.length > 1) optionRefused(layer, "a scale for each channel");
	return layer.builder.rescale(x, Number(scales[0]), Number(offsets[0]));
}

function concatenate(layer: LayerCall): Value {
	const { builder, entry, inputs } = layer;
	const [axis] = axesOf(entry.config.axis, inputs[0].shape.length);
	return builder.concat(inputs, axis);
}
