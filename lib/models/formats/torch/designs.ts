import { userError } from "../../../user-error.ts";
import { sizeOf } from "../../layer-shapes.ts";
import type { Activation } from "../../layers.ts";
import { GraphBuilder } from "../graph-builder.ts";
import { expandGroups } from "../groups.ts";
import type { ReadModel, ReadNetwork } from "../model-file.ts";
import type { Value } from "../value.ts";
import { type Geometry, geometries, type Step } from "./geometry.ts";
import { type MainModule, modulesOf } from "./modules.ts";
import type { NamedTensor } from "./state-dict.ts";

/** What no weight tells of a network. */
interface Habits {
	/** A number is the share that a LeakyReLU lets through. */
	readonly activation: Activation | number;
	readonly pool: "MaxPooling2D" | "AveragePooling2D";
	/** Normalisation, activation and pool in their order behind a convolution. */
	readonly order: Order;
	/** Whether a convolution that has no normalisation, where others have one, has no activation either. */
	readonly bare: boolean;
	/** Whether linear layers follow one another with nothing between. */
	readonly plainLinear: boolean;
}

type Order = readonly ("norm" | "act" | "pool")[];

/** PyTorch's own. */
const EPSILON = 1e-5;

/** The first two differ much; a maximum changes places with what rises, which normalisation mostly does. */
const ORDERS: readonly Order[] = [
	["norm", "act", "pool"],
	["act", "norm", "pool"],
	["pool", "norm", "act"],
	["act", "pool", "norm"],
];

const ACTIVATIONS = [
	"relu",
	0.01,
	0.1,
	0.2,
	"tanh",
	"sigmoid",
	"elu",
	"gelu",
	"selu",
	"swish",
	"linear",
] as const;
const POOLS = ["MaxPooling2D", "AveragePooling2D"] as const;

/** How much better a network with unusual habits must read. */
const UNUSUAL = 1.1;
/** And a LeakyReLU more than that: it reads much like a ReLU. */
const LEAKY = 1.15;
/** How many of the likeliest geometries are tried with unusual habits where the usual ones read badly. */
const WITH_UNUSUAL = 4;

/** Networks that are tried, times the numbers in their weights: each is put on the backend. */
const NUMBERS = 3e8;
const MOST = 256;
/** However large they are, so many are tried. */
const LEAST = 8;

/** As many classes as ImageNet's largest set, and some. */
const MOST_ANSWERS = 25_000;

const NO_POOL = { side: 1, stride: 1 };

const noDesign = () => userError("error.import.noDesign");

/** The networks that a state dict's weights fit. */
export type Designs = Required<Pick<ReadModel, "networks" | "further">>;

/** Throws a UserError where there is none. */
export function designsFor(tensors: readonly NamedTensor[]): Designs {
	if (tensors.length === 0) throw userError("error.import.noTensors");
	const modules = modulesOf(tensors);
	if (!modules || modules.length === 0) throw noDesign();
	const chain = [modules, inNaturalOrder(modules)].map(chained).find((mains) => mains !== null);
	if (!chain)
		throw takesColour(modules) ? userError("error.import.colour", { shape: "3 × ? × ?" }) : noDesign();
	const last = chain[chain.length - 1];
	// No network has so many answers: these are pictures and their labels.
	if (last.outputs > MOST_ANSWERS) throw userError("error.import.noTensors");
	if (last.outputs !== 10) throw userError("error.import.classes", { count: last.outputs });
	const convs = chain.filter(({ kind }) => kind === "conv");
	const linear = chain.find(({ kind }) => kind === "linear");
	const ways = convs.length > 0 ? geometries(convs, linear?.inputs ?? null) : flatGeometry(linear);
	if (ways.length === 0) throw noDesign();
	const numbers = chain.reduce((sum, { kernel }) => sum + sizeOf(kernel.shape), 1);
	const most = Math.min(MOST, Math.max(LEAST, Math.floor(NUMBERS / numbers)));

	const normed = chain.some(({ norm }) => norm);
	const mixed = normed && convs.slice(0, -1).some(({ norm }) => !norm);
	const first: Habits = {
		activation: "relu",
		pool: "MaxPooling2D",
		order: ORDERS[0],
		bare: mixed,
		plainLinear: false,
	};
	const usual = ORDERS.slice(0, normed ? 2 : 1).map((order): Habits => ({ ...first, order }));
	const all = habits({
		orders: normed ? ORDERS : ORDERS.slice(0, 1),
		bare: mixed ? [true, false] : [false],
		plainLinear: chain.length - convs.length > 1 ? [false, true] : [false],
	});
	const geometryOf = new Map<ReadNetwork, Geometry>();
	const designed = (geometries: readonly Geometry[], habits: readonly Habits[]): ReadNetwork[] =>
		habits
			.flatMap((habit) => geometries.map((geometry) => [geometry, habit] as const))
			.slice(0, most)
			.map(([geometry, habit]) => {
				const network = networkOf(chain, geometry, habit);
				geometryOf.set(network, geometry);
				return network;
			});
	return {
		networks: designed(ways.slice(0, Math.ceil(most / usual.length)), usual),
		further: (best) => {
			const read = best.flatMap((network) => geometryOf.get(network) ?? []);
			const likely = best.length > 1 ? ways.slice(0, WITH_UNUSUAL) : [];
			return designed([...new Set([...read, ...likely])], all);
		},
	};
}

/** All habits, the likeliest first: one after the other becomes unusual. */
function habits(ways: {
	readonly orders: readonly Order[];
	readonly bare: readonly boolean[];
	readonly plainLinear: readonly boolean[];
}): Habits[] {
	return ways.plainLinear.flatMap((plainLinear) =>
		ACTIVATIONS.flatMap((activation) =>
			POOLS.flatMap((pool) =>
				ways.bare.flatMap((bare) =>
					ways.orders.map((order) => ({ activation, pool, order, bare, plainLinear })),
				),
			),
		),
	);
}

const takesColour = (modules: readonly MainModule[]) =>
	modules.some(({ kind, inputs }) => kind === "conv" && inputs === 3) &&
	!modules.some(({ kind, inputs }) => kind === "conv" && inputs === 1);

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

function unlikely({ activation, pool, order, plainLinear }: Habits): number {
	const unusual = [activation !== "relu", pool !== "MaxPooling2D", order !== ORDERS[0], plainLinear];
	return UNUSUAL ** unusual.filter(Boolean).length * (typeof activation === "number" ? LEAKY : 1);
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
