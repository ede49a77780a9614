/**
 * A place, y down, in any unit; of a pen, with its pressure 0..1 where the device reports it. Pressure decides how ink
 * looks on the pad, never what a network sees.
 */
export type Point = readonly [x: number, y: number, pressure?: number];

/** A rectangle; the unit is that of whoever holds it (pixels of a picture, CSS pixels of a pad). */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Width and height, in whatever unit. */
export type Size = Pick<Box, "width" | "height">;

export const right = ({ x, width }: Box): number => x + width;
export const bottom = ({ y, height }: Box): number => y + height;
export const centreX = ({ x, width }: Box): number => x + width / 2;
export const centreY = ({ y, height }: Box): number => y + height / 2;
export const area = ({ width, height }: Size): number => width * height;

/** How much two rectangles share of their width; negative is the gap between them. */
export const commonWidth = (a: Box, b: Box): number => Math.min(right(a), right(b)) - Math.max(a.x, b.x);

/** How much two rectangles share of their height; negative is the gap between them. */
export const commonHeight = (a: Box, b: Box): number => Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);

/** What two rectangles share; width and height are 0 where they do not meet. */
export function intersect(a: Box, b: Box): Box {
	return {
		x: Math.max(a.x, b.x),
		y: Math.max(a.y, b.y),
		width: Math.max(0, commonWidth(a, b)),
		height: Math.max(0, commonHeight(a, b)),
	};
}

/** The smallest rectangle around some; null around none. */
export function enclosing(boxes: readonly Box[]): Box | null {
	if (boxes.length === 0) return null;
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y };
}

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
