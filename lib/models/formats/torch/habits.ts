import type { Activation } from "../../layers.ts";

/** What no weight tells of a network. */
export interface Habits {
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

export type Order = readonly ("norm" | "act" | "pool")[];

/** The first two differ much; a maximum changes places with what rises, which normalisation mostly does. */
export const ORDERS: readonly Order[] = [
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

/** All habits, the likeliest first: one after the other becomes unusual. */
export function allHabits(ways: {
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

/** By how much better than a network with the usual habits one with these must read; a factor. */
export function unlikely({ activation, pool, order, plainLinear }: Habits): number {
	const unusual = [activation !== "relu", pool !== "MaxPooling2D", order !== ORDERS[0], plainLinear];
	return UNUSUAL ** unusual.filter(Boolean).length * (typeof activation === "number" ? LEAKY : 1);
}
