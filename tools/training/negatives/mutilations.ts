import type { InkMap } from "../../../lib/image/pixels.ts";
import { pick, type Random } from "../../random.ts";

/** What can be done to a digit so that it is none any more. */
export type Mutilation = "mirror" | "turn" | "top" | "bottom" | "left";

/**
 * For each digit what surely spoils it: half an 8 may be a 3 and a mirrored 2 an S, but a mirrored 3 is no
 * digit. The named half is what remains.
 */
export const SPOILS: Readonly<Record<number, readonly Mutilation[]>> = {
	0: ["top", "bottom"],
	2: ["turn", "bottom"],
	3: ["mirror", "turn"],
	4: ["mirror", "top"],
	7: ["mirror"],
	8: ["turn", "left"],
	9: ["mirror"],
};

/** The digits that `mutilate` can spoil. */
export const SPOILABLE: readonly number[] = Object.keys(SPOILS).map(Number);

function remap(ink: InkMap, from: (x: number, y: number) => number): InkMap {
	const data = Float32Array.from(ink.data, (_, i) => {
		const index = from(i % ink.width, Math.floor(i / ink.width));
		return index < 0 ? 0 : ink.data[index];
	});
	return { ...ink, data };
}

/** The square picture of `digit` mirrored, turned by a quarter or halved, so that it is no digit any more. */
export function mutilate(ink: InkMap, digit: number, random: Random): InkMap {
	const { width } = ink;
	const keep = (inside: (x: number, y: number) => boolean) =>
		remap(ink, (x, y) => (inside(x, y) ? y * width + x : -1));
	switch (pick(random, SPOILS[digit])) {
		case "mirror":
			return remap(ink, (x, y) => y * width + width - 1 - x);
		case "turn":
			return random() < 0.5
				? remap(ink, (x, y) => x * width + width - 1 - y)
				: remap(ink, (x, y) => (width - 1 - x) * width + y);
		case "top":
			return keep((_, y) => y < width / 2);
		case "bottom":
			return keep((_, y) => y >= width / 2);
		case "left":
			return keep((x) => x < width / 2);
	}
}
