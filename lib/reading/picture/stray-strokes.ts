import { median } from "../../median.ts";
import type { Character } from "./choose-characters.ts";

/** A 1 is no more than so many times as high as the other digits of a picture, and no less than this share of them. */
const HIGHEST = 1.75;
const LOWEST = 0.5;
/** By itself on its line it is at least so high. */
const LOWEST_ALONE = 0.65;
/** So many other digits tell how high digits are. */
const LEAST_OTHERS = 2;

const digitOf = ({ verdict: { probabilities } }: Character) =>
	probabilities.indexOf(Math.max(...probabilities));

/**
 * The characters of a picture's lines, those 1s refused that are far too high or too low beside its other digits: what
 * is left of edges, rules and creases, and long commas.
 */
export function withoutStrayStrokes(lines: readonly (readonly Character[])[]): Character[][] {
	const isRead = ({ verdict }: Character) => !verdict.refusal;
	const others = lines.flat().filter((one) => isRead(one) && digitOf(one) !== 1);
	if (others.length < LEAST_OTHERS) return lines.map((line) => [...line]);
	const height = median(others.map(({ blob }) => blob.box.height));
	return lines.map((line) => {
		const lowest = (line.filter(isRead).length > 1 ? LOWEST : LOWEST_ALONE) * height;
		return line.map((one) => {
			const tall = one.blob.box.height;
			if (!isRead(one) || digitOf(one) !== 1 || (tall >= lowest && tall <= HIGHEST * height)) return one;
			return { ...one, verdict: { ...one.verdict, refusal: "not-a-digit" as const } };
		});
	});
}
