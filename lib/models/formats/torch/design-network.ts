import { GraphBuilder } from "../graph-builder.ts";
import { expandGroups } from "../groups.ts";
import type { ReadNetwork } from "../model-file.ts";
import type { Value } from "../value.ts";
import type { Geometry, Step } from "./geometry.ts";
import { type Habits, type Order, unlikely } from "./habits.ts";
import type { MainModule } from "./modules.ts";

/** PyTorch's own. */
const EPSILON = 1e-5;

const NO_POOL = { side: 1, stride: 1 };

/** The network of a chain of modules, one step of the geometry a convolution. */
export function networkOf(
	chain: readonly MainModule[],
	{ side, steps, global, cost }: Geometry,
	habits: Habits,
): ReadNetwork {
	const builder = new GraphBuilder();
	const shape = [1, side, side];
	let value = builder.input(shape);
	for (const [i, main] of chain.entries()) {
		const last = i === chain.length - 1;
		if (main.kind === "conv") value = convolution(builder, value, main, steps[i], habits, last);
		else {
			if (i === steps.length)
				value = global ? builder.globalPool(value, "channelsFirst", "GlobalAveragePooling2D") : value;
			value = builder.dense(builder.flatten(value), main.kernel, main.bias);
			const order = habits.order.filter((part) => part !== "pool");
			if (last || habits.plainLinear) continue;
			for (const part of order) value = behind(builder, value, main, part, habits, NO_POOL);
		}
	}
	if (global && chain.length === steps.length)
		value = builder.globalPool(value, "channelsFirst", "GlobalAveragePooling2D");
	return {
		inputShape: [null, ...shape],
		trained: builder.build("pytorch", builder.flatten(value)),
		unlikely: (1 + cost / 2) * unlikely(habits),
	};
}

function convolution(
	builder: GraphBuilder,
	value: Value,
	main: MainModule,
	{ padding, stride, pool }: Step,
	habits: Habits,
	last: boolean,
): Value {
	const groups = builder.channels(value, "channelsFirst") / main.inputs;
	const margin = [padding, padding] as const;
	const kernel = expandGroups(main.kernel, groups);
	const sum = builder.conv2d(value, "channelsFirst", kernel, main.bias, {
		strides: stride,
		padding: [margin, margin],
	});
	if (last) return sum;
	return habits.order.reduce((x, part) => behind(builder, x, main, part, habits, pool), sum);
}

function behind(
	builder: GraphBuilder,
	value: Value,
	{ kind, norm, slopes }: MainModule,
	part: Order[number],
	{ activation, pool: type, bare }: Habits,
	pool: Step["pool"],
): Value {
	const { side, stride } = pool;
	switch (part) {
		case "norm":
			return norm ? builder.batchNorm(value, 0, norm, EPSILON) : value;
		case "pool":
			return side === 1
				? value
				: builder.pool(value, "channelsFirst", type, [side, side], { strides: stride, padding: "valid" });
		case "act": {
			if (slopes) {
				const shape = value.shape.map((_, axis) => (axis === 0 ? slopes.length : 1));
				return builder.prelu(value, { shape, values: slopes });
			}
			if (bare && kind === "conv" && !norm) return value;
			return typeof activation === "number"
				? builder.leaky(value, "LeakyReLU", activation)
				: builder.activation(value, activation);
		}
	}
}
