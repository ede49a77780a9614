import { userError } from "../../../user-error.ts";
import { GraphBuilder, type Value } from "../graph-builder.ts";
import { expandGroups } from "../groups.ts";
import type { ReadNetwork } from "../model-file.ts";
import { type Geometry, geometries, type Step } from "./geometry.ts";
import { type MainModule, modulesOf } from "./modules.ts";
import type { NamedTensor } from "./state-dict.ts";

/** What no weight tells of a network. */
export interface Habits {
	readonly activation: "relu" | "tanh" | "sigmoid" | "leaky" | "elu";
	readonly pool: "MaxPooling2D" | "AveragePooling2D";
	/** Normalisation, activation and pool in their order behind a convolution. */
	readonly order: readonly ("norm" | "act" | "pool")[];
}

/** PyTorch's own epsilon, and the share of it that LeakyReLU lets through. */
const EPSILON = 1e-5;
const LEAK = 0.01;

/** The orders that differ: a maximum and a rising activation may change places. */
const ORDERS: readonly Habits["order"][] = [
	["norm", "act", "pool"],
	["act", "norm", "pool"],
	["pool", "norm", "act"],
	["act", "pool", "norm"],
];

const ACTIVATIONS = ["relu", "tanh", "sigmoid", "leaky", "elu"] as const;
const POOLS = ["MaxPooling2D", "AveragePooling2D"] as const;

/** As many classes as ImageNet's largest set, and some. */
const MOST_ANSWERS = 25_000;

/** How many geometries are tried with unusual habits. */
const UNUSUAL = 4;

const noDesign = () => userError("error.import.noDesign");

/** The networks that a state dict's weights fit, in tiers: each is tried when the one before it reads badly. */
export interface Designs {
	readonly usual: readonly ReadNetwork[];
	readonly unusual: () => readonly ReadNetwork[];
}

/** Throws a UserError where there is none. */
export function designsFor(tensors: readonly NamedTensor[]): Designs {
	if (tensors.length === 0) throw userError("error.import.noTensors");
	const modules = modulesOf(tensors);
	if (!modules || modules.length === 0) throw noDesign();
	const chain = [modules, inNaturalOrder(modules)].map(chained).find((mains) => mains !== null);
	if (!chain) throw noDesign();
	const last = chain[chain.length - 1];
	// No network has so many answers: these are pictures and their labels.
	if (last.outputs > MOST_ANSWERS) throw userError("error.import.noTensors");
	if (last.outputs !== 10) throw userError("error.import.classes", { count: last.outputs });
	const convs = chain.filter(({ kind }) => kind === "conv");
	const linear = chain.find(({ kind }) => kind === "linear");
	const ways = convs.length > 0 ? geometries(convs, linear?.inputs ?? null) : flatGeometry(linear);
	if (ways.length === 0) throw noDesign();
	const orders = chain.some(({ norm }) => norm) ? ORDERS : ORDERS.slice(0, 1);
	const all = (geometries: readonly Geometry[], habits: readonly Omit<Habits, "order">[]) =>
		habits.flatMap((habit) =>
			geometries.flatMap((way) => orders.map((order) => networkOf(chain, way, { ...habit, order }))),
		);
	const others = ACTIVATIONS.flatMap((activation) => POOLS.map((pool) => ({ activation, pool }))).slice(1);
	return {
		usual: all(ways, [{ activation: "relu", pool: "MaxPooling2D" }]),
		unusual: () => all(ways.slice(0, UNUSUAL), others),
	};
}

function flatGeometry(linear: MainModule | undefined): Geometry[] {
	const side = Math.sqrt(linear?.inputs ?? 0);
	return Number.isInteger(side) && side >= 4 ? [{ side, steps: [], global: false, cost: 0 }] : [];
}

/** By name, numbers by their value: safetensors lists tensors by the alphabet or by their size. */
const inNaturalOrder = (modules: readonly MainModule[]): MainModule[] =>
	[...modules].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));

/** The modules in an order in which each takes what the one before gives; null where there is none. */
function chained(modules: readonly MainModule[]): readonly MainModule[] | null {
	const convs = modules.filter(({ kind }) => kind === "conv");
	const linears = modules.filter(({ kind }) => kind === "linear");
	const first = follow(convs, 1, (channels, { inputs }) => channels % inputs === 0);
	const size = first && (convs.length > 0 ? null : (linears[0]?.inputs ?? null));
	const rest = follow(linears, size, (units, { inputs }) => units === inputs);
	return first && rest && [...first, ...rest];
}

/** Steps looked at before giving up: names are in order in all but a few files. */
const PATIENCE = 20_000;

function follow(
	modules: readonly MainModule[],
	start: number | null,
	fits: (outputs: number, next: MainModule) => boolean,
): MainModule[] | null {
	let steps = 0;
	const go = (done: readonly MainModule[], left: readonly MainModule[]): MainModule[] | null => {
		if (left.length === 0) return [...done];
		if (++steps > PATIENCE) return null;
		const outputs = done.at(-1)?.outputs ?? start;
		for (const next of left) {
			if (outputs !== null && !fits(outputs, next)) continue;
			const whole = go(
				[...done, next],
				left.filter((other) => other !== next),
			);
			if (whole) return whole;
		}
		return null;
	};
	return go([], modules);
}

function networkOf(
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
			if (!last) for (const part of order) value = behind(builder, value, main, part, habits, 1);
		}
	}
	if (global && chain.length === steps.length)
		value = builder.globalPool(value, "channelsFirst", "GlobalAveragePooling2D");
	return {
		inputShape: [null, ...shape],
		trained: builder.build("pytorch", builder.flatten(value)),
		unlikely: 1 + cost / 2,
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
	{ norm, slopes }: MainModule,
	part: "norm" | "act" | "pool",
	{ activation, pool: type }: Habits,
	pool: number,
): Value {
	switch (part) {
		case "norm":
			return norm ? builder.batchNorm(value, 0, norm, EPSILON) : value;
		case "pool":
			return pool === 1
				? value
				: builder.pool(value, "channelsFirst", type, [pool, pool], { strides: pool, padding: "valid" });
		case "act": {
			if (slopes) {
				const shape = value.shape.map((_, axis) => (axis === 0 ? slopes.length : 1));
				return builder.prelu(value, { shape, values: slopes });
			}
			if (activation === "leaky") return builder.leaky(value, "LeakyReLU", LEAK);
			return builder.activation(value, activation);
		}
	}
}
