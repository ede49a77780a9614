import type { Size } from "../geometry.ts";
import type { Sign } from "../models/signs.ts";

/** From and to what height and width a sign beside digits is written. */
const SIZES: Readonly<Record<Sign, { readonly height: Range; readonly width: Range }>> = {
	"+": { height: [0.25, 1.1], width: [0.2, 1.2] },
	"-": { height: [0, 0.35], width: [0.15, 1.3] },
	"×": { height: [0.2, 1], width: [0.2, 1.1] },
	"÷": { height: [0.3, 1.1], width: [0.25, 1.3] },
	"=": { height: [0.12, 0.75], width: [0.25, 1.4] },
	":": { height: [0.2, 0.9], width: [0, 0.4] },
	"/": { height: [0.6, 1.8], width: [0.15, 1.2] },
	"%": { height: [0.5, 1.6], width: [0.3, 1.6] },
	"(": { height: [0.6, 1.9], width: [0.08, 0.7] },
	")": { height: [0.6, 1.9], width: [0.08, 0.7] },
	"#": { height: [0.5, 1.5], width: [0.4, 1.4] },
};

type Range = readonly [least: number, most: number];

/** Nats for every doubling beyond a sign's usual size. */
const SIZE_COST = 6;
/** Nats for a sign; a digit costs 1. */
const SIGN_COST = 1.5;
/** Nats for one that is written in parts that do not touch: no more than for leaving the small ones out as specks. */
const COMPOSED_COST = 0.3;
const COMPOSED: readonly Sign[] = ["÷", "=", ":", "%"];
/** What is less probable is no sign. */
const LEAST = 0.4;

/**
 * What a sign costs in the best path, in nats, by its probability and its size as shares of the digits' height;
 * infinite where it is none.
 *
 * @param isComposed it has several parts that do not touch
 */
export function signCost(
	{ is, probability }: { is: Sign; probability: number },
	size: Size,
	isComposed = false,
): number {
	if (probability < LEAST) return Number.POSITIVE_INFINITY;
	const { height, width } = SIZES[is];
	const least = isComposed && COMPOSED.includes(is) ? COMPOSED_COST : SIGN_COST;
	return least - Math.log(probability) + beyond(size.height, height) + beyond(size.width, width);
}

function beyond(value: number, [least, most]: Range): number {
	if (value < least) return SIZE_COST * Math.log2(least / Math.max(value, 0.01));
	return value > most ? SIZE_COST * Math.log2(value / most) : 0;
}
