import type { InkMap } from "../../../lib/image/pixels.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { pick, type Random } from "../../random.ts";
import { pictureShape, type Shape, strokeShape } from "./shape.ts";

/** Somebody who writes digits, always in the same manner. */
export interface Hand {
	/** A digit, 0..9. */
	write(label: number, random: Random): Shape;
}

/** Hands of one kind; each line is written by one of them. */
export type Hands = (random: Random) => Hand;

/** A hand that writes by repeating what it wrote before: shapes by digit; null where it lacks a digit. */
export function repeatingHand(shapes: readonly (readonly [label: number, Shape])[]): Hand | null {
	const byDigit = Array.from({ length: 10 }, (_, digit) =>
		shapes.filter(([label]) => label === digit).map(([, shape]) => shape),
	);
	if (byDigit.some((some) => some.length === 0)) return null;
	return { write: (label, random) => pick(random, byDigit[label]) };
}

/** One of some hands. */
export function oneOf(hands: readonly (Hand | null)[]): Hands {
	const able = hands.filter((hand) => hand !== null);
	if (able.length === 0) throw new Error("Nobody of these can write all ten digits.");
	return (random) => pick(random, able);
}

/** Hands from written characters, one for each `writer`. */
export function strokeHands(
	characters: readonly {
		readonly label: number;
		readonly writer: string;
		readonly strokes: readonly Stroke[];
	}[],
): Hands {
	const writers = Map.groupBy(characters, ({ writer }) => writer);
	return oneOf(
		Array.from(writers.values(), (own) =>
			repeatingHand(own.map(({ label, strokes }) => [label, strokeShape(strokes)] as const)),
		),
	);
}

/** A hand's pictures are alike in how they lean and how thick their strokes are: so many of each are told apart. */
const LEANS = 8;
const THICKNESSES = 4;

/** How a character leans (shift to the right per pixel up), and how much of its box is ink. */
function manner({ width, height, data }: InkMap): { lean: number; thickness: number } {
	let [mass, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0];
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const value = data[y * width + x];
			mass += value;
			sumX += value * x;
			sumY += value * y;
			sumXY += value * x * y;
			sumYY += value * y * y;
		}
	}
	const variance = sumYY - (sumY * sumY) / mass;
	return { lean: -(sumXY - (sumX * sumY) / mass) / (variance || 1), thickness: mass / (width + height) };
}

/** The numbers 0 .. `parts` - 1 for equal shares of the values, from the smallest to the largest. */
function quantiles(values: readonly number[], parts: number): number[] {
	const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
	const part = new Array<number>(values.length);
	order.forEach((i, rank) => {
		part[i] = Math.floor((rank * parts) / values.length);
	});
	return part;
}

/**
 * Hands from pictures whose writers are not known: what leans alike and is as thick may be of one hand. Leaning is
 * compared digit by digit, since a 7 leans by its form.
 */
export function pictureHands(pictures: readonly { readonly label: number; readonly ink: InkMap }[]): Hands {
	const shapes = pictures.flatMap(({ label, ink }) => {
		const shape = pictureShape(ink);
		return shape?.kind === "picture" ? [{ label, shape, ...manner(shape.ink) }] : [];
	});
	const groups = new Map<string, (readonly [number, Shape])[]>();
	for (let digit = 0; digit < 10; digit++) {
		const own = shapes.filter(({ label }) => label === digit);
		const leans = quantiles(
			own.map(({ lean }) => lean),
			LEANS,
		);
		const thick = quantiles(
			own.map(({ thickness }) => thickness),
			THICKNESSES,
		);
		own.forEach(({ label, shape }, i) => {
			const key = `${leans[i]} ${thick[i]}`;
			const group = groups.get(key) ?? [];
			group.push([label, shape]);
			groups.set(key, group);
		});
	}
	return oneOf(Array.from(groups.values(), repeatingHand));
}
