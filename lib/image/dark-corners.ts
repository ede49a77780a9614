import type { Blob } from "./components.ts";
import type { Plane } from "./pixels.ts";
import { INK } from "./runs.ts";

/** This share of the picture's longer side beyond its border a stroke has ended, blurred as it may be. */
const BEYOND = 0.025;
/** There a shade still has this much ink on the average. */
const SOFT = 70;

/**
 * Whether a blob is paper in the dark, not ink: it fills a corner of the picture and ends nowhere in particular, as
 * what a lens or a lamp leaves darker does.
 *
 * @param ink 128 = the threshold
 */
export function isDarkCorner(ink: Plane, { box, runs }: Blob): boolean {
	const { width, height, data } = ink;
	const isAtSide = box.x === 0 || box.x + box.width === width;
	const isAtEnd = box.y === 0 || box.y + box.height === height;
	if (!isAtSide || !isAtEnd) return false;
	const beyond = Math.ceil(BEYOND * Math.max(width, height));
	let [count, sum] = [0, 0];
	const look = (x: number, y: number) => {
		if (x < 0 || y < 0 || x >= width || y >= height) return;
		const value = data[y * width + x];
		if (value >= INK) return;
		count++;
		sum += value;
	};
	for (const [y, from, to] of runs) {
		look(from - beyond, y);
		look(to - 1 + beyond, y);
		look((from + to) >> 1, y - beyond);
		look((from + to) >> 1, y + beyond);
	}
	return sum > SOFT * count;
}
