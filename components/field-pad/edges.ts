import type { Box } from "../../lib/geometry.ts";

/** Width of the frame around a field, and its distance from it. CSS pixels. */
const WIDTH = 2;
const GAP = 2;

/** The four edges of a frame around a box: what is inside of it can be clicked and seen as ever. */
export function edgesOf({ x, y, width, height }: Box): readonly Box[] {
	const out = GAP + WIDTH;
	const [left, top] = [x - out, y - out];
	const [across, down] = [width + 2 * out, height + 2 * out];
	return [
		{ x: left, y: top, width: across, height: WIDTH },
		{ x: left, y: top + down - WIDTH, width: across, height: WIDTH },
		{ x: left, y: top, width: WIDTH, height: down },
		{ x: left + across - WIDTH, y: top, width: WIDTH, height: down },
	];
}
