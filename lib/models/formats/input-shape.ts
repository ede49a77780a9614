import { userError } from "../../user-error.ts";
import { LIMITS } from "./limits.ts";

/** Where a model leaves the sides of its input open. */
const USUAL_SIDE = 28;

/**
 * The input without the batch: [height, width, 1], [1, height, width], [height, width] or a row of numbers of a
 * square picture. Throws a UserError at what is no grey picture.
 *
 * @param shape with the batch first, which may be any number; null where a side is open
 */
export function inputOf(shape: readonly (number | null)[]): number[] {
	const sides = shape.slice(1).map((side) => (side && side > 0 ? side : null));
	if (shape.some((side) => side !== null && !Number.isInteger(side))) throw refused(shape);
	switch (sides.length) {
		case 1: {
			const [size] = sides;
			if (size === null || !Number.isInteger(Math.sqrt(size))) throw refused(shape);
			return checked([size]);
		}
		case 2:
			return checked(sides.map((side) => side ?? USUAL_SIDE));
		case 3:
			return checked(pictureOf(sides as (number | null)[], shape));
		default:
			throw refused(shape);
	}
}

function pictureOf(sides: readonly (number | null)[], shape: readonly (number | null)[]): number[] {
	const [first, , last] = sides;
	const grey = first === 1 || last === 1;
	const colour = [first, last].some((channels) => channels === 3 || channels === 4);
	if (!grey) throw colour ? userError("error.import.colour", { shape: sideWords(shape) }) : refused(shape);
	const channel = last === 1 ? 2 : 0;
	return sides.map((side, axis) => (axis === channel ? 1 : (side ?? USUAL_SIDE)));
}

const sideWords = (shape: readonly (number | null)[]) =>
	shape
		.slice(1)
		.map((side) => side ?? "?")
		.join(" × ");

const refused = (shape: readonly (number | null)[]) =>
	userError("error.import.inputShape", { shape: sideWords(shape) || "1" });

function checked(sides: number[]): number[] {
	const size = sides.reduce((product, side) => product * side, 1);
	// A picture of one pixel is none, and one of a million is not of a digit.
	if (size < 16 || size > Math.min(2 ** 20, LIMITS.values)) throw refused([null, ...sides]);
	return sides;
}
