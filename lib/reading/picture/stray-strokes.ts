import type { Blob } from "../../image/components.ts";
import { median } from "../../median.ts";
import type { Character } from "./choose-characters.ts";

/** A 1 is no more than so many times as high as the other digits of a picture, and no less than this share of them. */
const HIGHEST = 2.6;
const LOWEST = 0.5;
/** By itself on its line it is at least so high. */
const LOWEST_ALONE = 0.65;
/**
 * A stroke that is no wider than this share of its height, and this share of which touches the picture's side, is an
 * edge.
 */
const NARROW = 0.3;
const TOUCHING = 0.5;
/** So many other digits tell how high digits are. */
const LEAST_OTHERS = 2;
/** What is no digit and so many times as long as the highest 1 is a drawing, in which any stroke may look like a 1. */
const DRAWING = 1.5;

const digitOf = ({ verdict: { probabilities } }: Character) =>
	probabilities.indexOf(Math.max(...probabilities));

/** Whether a blob is a stroke along the left or the right side of a picture of this width. */
function isAtSide({ box, runs }: Blob, width: number): boolean {
	if (box.width > NARROW * box.height) return false;
	const touching = runs.filter(([, from, to]) => from <= 1 || to >= width - 1);
	return touching.length >= TOUCHING * box.height;
}

const isRead = ({ verdict }: Character) => !verdict.refusal;
const refused = (one: Character): Character => ({
	...one,
	verdict: { ...one.verdict, refusal: "not-a-digit" },
});

/** Whether characters of which nothing but 1s is read are strokes of a drawing: the eyes of a face. */
function isDrawing(characters: readonly Character[]): boolean {
	const longer = ({ blob: { box } }: Character) => Math.max(box.width, box.height);
	const highest = Math.max(0, ...characters.filter(isRead).map(({ blob }) => blob.box.height));
	return characters.some((one) => !isRead(one) && !one.verdict.sign && longer(one) >= DRAWING * highest);
}

/**
 * The characters of a picture's lines, those 1s refused that are far too high or too low beside its other digits, or
 * lie along the side of the picture: what is left of edges, rules and creases, and long commas. So are 1s of which a
 * drawing is made.
 *
 * @param width of the picture
 */
export function withoutStrayStrokes(lines: readonly (readonly Character[])[], width: number): Character[][] {
	const others = lines.flat().filter((one) => isRead(one) && digitOf(one) !== 1);
	if (others.length === 0 && isDrawing(lines.flat()))
		return lines.map((line) => line.map((one) => (isRead(one) ? refused(one) : one)));
	if (others.length < LEAST_OTHERS) return lines.map((line) => [...line]);
	const height = median(others.map(({ blob }) => blob.box.height));
	return lines.map((line) => {
		const lowest = (line.filter(isRead).length > 1 ? LOWEST : LOWEST_ALONE) * height;
		return line.map((one) => {
			const tall = one.blob.box.height;
			if (!isRead(one) || digitOf(one) !== 1) return one;
			if (tall >= lowest && tall <= HIGHEST * height && !isAtSide(one.blob, width)) return one;
			return refused(one);
		});
	});
}
