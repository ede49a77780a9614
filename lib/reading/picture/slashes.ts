import type { Blob } from "../../image/components.ts";
import { markOf, type Shape } from "../../lines/separators.ts";
import type { Verdict } from "../../models/verdict.ts";

/** A slash is so many times as high as every digit of its line: one that is no higher may be a 1. */
const SLASH = 1.1;

/** A blob as ink that may be a mark. */
function shapeOf({ box, area, runs }: Blob): Shape {
	return { box, area, middle: runs.map(([y, from, to]) => [(from + to) / 2, y] as const) };
}

/**
 * The characters of a line, those refused that are slashes by form and place, however much they look like a 1: between
 * two digits, leaning, and higher than all of them.
 */
export function withoutSlashes<C extends { readonly blob: Blob; readonly verdict: Verdict }>(
	characters: readonly C[],
): C[] {
	const isDigit = ({ verdict }: C) => !verdict.refusal;
	return characters.map((one, i) => {
		if (!isDigit(one) || !characters.slice(0, i).some(isDigit) || !characters.slice(i + 1).some(isDigit))
			return one;
		const others = characters.filter((other) => other !== one && isDigit(other));
		const height = Math.max(...others.map(({ blob }) => blob.box.height));
		const { y } = one.blob.box;
		const isSlash =
			one.blob.box.height >= SLASH * height &&
			markOf(shapeOf(one.blob), { height, top: y, base: y + one.blob.box.height }) === "/";
		return isSlash ? { ...one, verdict: { ...one.verdict, refusal: "not-a-digit" } } : one;
	});
}
