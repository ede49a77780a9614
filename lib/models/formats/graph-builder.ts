import { broadcast } from "../layer-shapes.ts";
import type { Activation, Layer } from "../layers.ts";
import { type Margins, NO_MARGINS, type Padding, pairOf, reachOf, sameMargins } from "../window.ts";
import { fromFirst } from "./axes.ts";
import { NetworkGraph } from "./network-graph.ts";
import { inOrder, ordered } from "./order.ts";
import { broken, type Kernel, type Layout, PICTURE_ORDER, type Value, type Window } from "./value.ts";

/** The layers of models, each in the words of whoever reads a format. */
export class GraphBuilder extends NetworkGraph {
	pad(value: Value, padding: Margins, layout: Layout): Value {
		if (padding.flat().every((margin) => margin === 0)) return value;
		if (padding.flat().some((margin) => margin < 0)) throw broken("its padding is negative");
		return this.overPicture(value, layout, { type: "ZeroPadding2D", padding });
	}

	/** Margins by their name where they have one. */
	private named(value: Value, layout: Layout, kernel: readonly number[], window: Window): Padding {
		const { padding, strides, dilation = 1 } = window;
		if (typeof padding === "string") return padding;
		if (value.shape.length !== 3) throw broken(`a picture has ${value.shape.length} axes`);
		const [height, width] = inOrder(value.shape, PICTURE_ORDER[layout]);
		const same = [height, width].map((side, i) => {
			const axis = i as 0 | 1;
			return sameMargins(side, reachOf(kernel[axis], pairOf(dilation)[axis]), pairOf(strides)[axis]);
		});
		if (String(padding) === String(NO_MARGINS)) return "valid";
		return String(padding) === String(same) ? "same" : padding;
	}

	/** Puts zeros around where margins have no name. */
	private padded(value: Value, layout: Layout, kernel: readonly number[], window: Window): [Value, Window] {
		const padding = this.named(value, layout, kernel, window);
		if (typeof padding === "string") return [value, { ...window, padding }];
		return [this.pad(value, padding, layout), { ...window, padding: "valid" }];
	}

	conv2d(
		value: Value,
		layout: Layout,
		{ shape, values }: Kernel,
		bias: Float32Array | undefined,
		window: Window,
		activation: Activation = "linear",
	): Value {
		const [height, width, inputs, filters] = shape;
		const channels = this.channels(value, layout);
		if (shape.length !== 4 || inputs !== channels)
			throw broken(`a kernel is for ${inputs} channels, not for ${channels}`);
		const [x, slid] = this.padded(value, layout, shape, window);
		return this.overPicture(
			x,
			layout,
			{
				type: "Conv2D",
				filters,
				kernelSize: [height, width],
				...slid,
				useBias: bias !== undefined,
				activation,
				l2: 0,
			},
			{ kernel: values, ...(bias && { bias }) },
		);
	}

	depthwise(
		value: Value,
		layout: Layout,
		{ shape, values }: Kernel,
		bias: Float32Array | undefined,
		window: Window,
		activation: Activation = "linear",
	): Value {
		const [height, width, inputs, multiplier] = shape;
		if (shape.length !== 4 || inputs !== this.channels(value, layout))
			throw broken("a depthwise kernel is for another number of channels");
		const [x, slid] = this.padded(value, layout, shape, window);
		return this.overPicture(
			x,
			layout,
			{
				type: "DepthwiseConv2D",
				kernelSize: [height, width],
				...slid,
				multiplier,
				useBias: bias !== undefined,
				activation,
			},
			{ depthwise_kernel: values, ...(bias && { bias }) },
		);
	}

	pool(
		value: Value,
		layout: Layout,
		type: "MaxPooling2D" | "AveragePooling2D",
		poolSize: readonly [number, number],
		window: Window,
	): Value {
		const { strides } = window;
		const padding = this.named(value, layout, poolSize, window);
		return this.overPicture(value, layout, { type, poolSize, strides, padding });
	}

	globalPool(
		value: Value,
		layout: Layout,
		type: "GlobalAveragePooling2D" | "GlobalMaxPooling2D",
		keepSides = false,
	): Value {
		const pooled = this.add({ type }, [this.picture(value, layout)]);
		const [channels] = pooled.shape;
		if (!keepSides) return pooled;
		return this.reshape(pooled, layout === "channelsLast" ? [1, 1, channels] : [channels, 1, 1]);
	}

	/** Over the last axis. */
	dense(
		value: Value,
		{ shape, values }: Kernel,
		bias?: Float32Array,
		activation: Activation = "linear",
	): Value {
		const x = this.plain(value);
		const inputs = x.shape[x.shape.length - 1];
		if (shape.length !== 2 || shape[0] !== inputs)
			throw broken(`a dense layer is for ${shape[0]} values, not for ${inputs}`);
		return this.add({ type: "Dense", units: shape[1], activation, ...(!bias && { useBias: false }) }, [x], {
			kernel: values,
			...(bias && { bias }),
		});
	}

	/** `axis` is that of the channels. What is missing scales by 1 and shifts by 0. */
	batchNorm(
		value: Value,
		axis: number,
		{
			gamma,
			beta,
			mean,
			variance,
		}: {
			gamma?: Float32Array;
			beta?: Float32Array;
			mean: Float32Array;
			variance: Float32Array;
		},
		epsilon: number,
	): Value {
		const last = [...value.order.filter((other) => other !== axis), axis];
		const channels = value.shape[axis];
		return this.inPlace(
			this.laid(value, last),
			{ type: "BatchNormalization", momentum: 0.99, epsilon },
			{
				gamma: gamma ?? new Float32Array(channels).fill(1),
				beta: beta ?? new Float32Array(channels),
				moving_mean: mean,
				moving_variance: variance,
			},
		);
	}

	/** scale x + offset along an axis. */
	affine(value: Value, axis: number, scale: Float32Array, offset: Float32Array): Value {
		const channels = value.shape[axis];
		const mean = new Float32Array(channels);
		const variance = new Float32Array(channels).fill(1);
		return this.batchNorm(value, axis, { gamma: scale, beta: offset, mean, variance }, 0);
	}

	/**
	 * The layer that gave the value with this bias, where it is a sum that has none yet; null where it is not.
	 * Nothing else may read the value.
	 */
	biased(value: Value, axis: number, bias: Float32Array): Value | null {
		const layer = this.layers[value.at];
		if (value.order[value.order.length - 1] !== axis) return null;
		if (layer?.type !== "Conv2D" && layer?.type !== "DepthwiseConv2D" && layer?.type !== "Dense") return null;
		if (layer.activation !== "linear" || layer.useBias !== false) return null;
		this.layers[value.at] = { ...layer, useBias: true };
		this.weights[value.at] = { ...this.weights[value.at], bias };
		return value;
	}

	/** Over the last `axes` axes. */
	layerNorm(
		value: Value,
		axes: number,
		epsilon: number,
		weights: { gamma: Float32Array; beta: Float32Array },
	): Value {
		const x = this.plain(value);
		if (axes < 1 || axes > x.shape.length) throw broken("a layer is normalised over axes that it lacks");
		return this.add({ type: "LayerNormalization", axes, epsilon }, [x], weights);
	}

	rescale(value: Value, scale: number, offset: number): Value {
		return this.inPlace(value, { type: "Rescaling", scale, offset });
	}

	/** Softmax and its logarithm are over the last axis. */
	activation(value: Value, activation: Activation): Value {
		if (activation === "linear") return value;
		const x = activation.endsWith("softmax") ? this.plain(value) : value;
		return this.inPlace(x, { type: "Activation", activation });
	}

	leaky(value: Value, type: "LeakyReLU" | "ELU", alpha: number): Value {
		return this.inPlace(value, { type, alpha });
	}

	/** `alpha` has a shape that is broadcast over the value's, in the format's order. */
	prelu(value: Value, alpha: Kernel): Value {
		const x = this.plain(value);
		const missing = x.shape.length - alpha.shape.length;
		const shape = [...new Array<number>(Math.max(0, missing)).fill(1), ...alpha.shape];
		if (broadcast([x.shape, shape]).join() !== x.shape.join())
			throw broken("the slopes of a PReLU do not fit");
		return this.add({ type: "PReLU", shape }, [x], { alpha: alpha.values });
	}

	dropout(value: Value, rate: number): Value {
		return this.inPlace(value, { type: "Dropout", rate });
	}

	merge(
		type: Extract<Layer["type"], "Add" | "Multiply" | "Subtract" | "Average" | "Maximum" | "Minimum">,
		values: readonly Value[],
	): Value {
		const shape = broadcastOrBroken(values);
		const sameRank = values.every((value) => value.shape.length === shape.length);
		// All in the order of the first: of several ranks only the formats' own order lines up.
		const order = sameRank ? values[0].order : ordered(shape.length);
		const laid = values.map((value) => (sameRank ? this.laid(value, order) : this.plain(value)));
		return { at: this.add({ type }, laid).at, shape, order };
	}

	concat(values: readonly Value[], axis: number): Value {
		const [{ order, shape }] = values;
		const place = order.indexOf(fromFirst(axis, shape.length));
		const fits = values.every((value) =>
			value.shape.every((side, at) => order[place] === at || side === shape[at]),
		);
		if (place < 0 || !fits) throw broken("what it puts side by side does not fit together");
		const { at } = this.add(
			{ type: "Concatenate", axis: place },
			values.map((value) => this.laid(value, order)),
		);
		const total = values.reduce((sum, value) => sum + value.shape[order[place]], 0);
		return { at, shape: shape.map((side, i) => (i === order[place] ? total : side)), order };
	}

	channels(value: Value, layout: Layout): number {
		if (value.shape.length !== 3) throw broken(`a picture has ${value.shape.length} axes`);
		return layout === "channelsLast" ? value.shape[2] : value.shape[0];
	}
}

function broadcastOrBroken(values: readonly Value[]): readonly number[] {
	try {
		return broadcast(values.map(({ shape }) => shape));
	} catch (error) {
		throw broken((error as Error).message);
	}
}
