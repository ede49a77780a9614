import type { Box } from "../../lib/geometry.ts";

/** What two rectangles share; width and height are 0 where they do not meet. */
export function intersect(a: Box, b: Box): Box {
	const x = Math.max(a.x, b.x);
	const y = Math.max(a.y, b.y);
	return {
		x,
		y,
		width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
		height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
	};
}

export const area = ({ width, height }: Box): number => width * height;

/** A rectangle given in `from`'s space, carried over to where `to` is: `from` lands exactly on `to`. */
export function carry(box: Box, from: Box, to: Box): Box {
	const sx = to.width / from.width;
	const sy = to.height / from.height;
	return {
		x: to.x + (box.x - from.x) * sx,
		y: to.y + (box.y - from.y) * sy,
		width: box.width * sx,
		height: box.height * sy,
	};
}
