/** A side of a square, or two sides. */
export type Size = number | readonly [height: number, width: number];

/** How many pixels are put before the first and after the last, in each direction. */
export type Margins = readonly [
	rows: readonly [before: number, after: number],
	columns: readonly [before: number, after: number],
];

/**
 * What a window that slides does at the border: stays inside ("valid"), or finds nothing outside, on margins so
 * wide that there are ceil(side / stride) places ("same", the odd pixel after the last), or on these margins.
 */
export type Padding = "valid" | "same" | Margins;

export const pairOf = (size: Size): readonly [height: number, width: number] =>
	typeof size === "number" ? [size, size] : size;

/** Pixels from the first tap of a kernel to the last, both counted. */
export const reachOf = (kernel: number, dilation: number): number => (kernel - 1) * dilation + 1;

/** The margins that "same" stands for where a side of `side` pixels is passed with a window that reaches `reach`. */
export function sameMargins(
	side: number,
	reach: number,
	stride: number,
): readonly [before: number, after: number] {
	const total = Math.max((Math.ceil(side / stride) - 1) * stride + reach - side, 0);
	return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** How many places a window has on a side; 0 where it does not fit. */
function places(
	side: number,
	reach: number,
	stride: number,
	margins: readonly [number, number] | null,
): number {
	const [before, after] = margins ?? sameMargins(side, reach, stride);
	return Math.max(0, Math.floor((side + before + after - reach) / stride) + 1);
}

/** Height and width of what a window that slides over a picture gives. */
export function slidOver(
	[height, width]: readonly number[],
	window: Size,
	{ strides, padding, dilation = 1 }: { strides: Size; padding: Padding; dilation?: Size },
): readonly [height: number, width: number] {
	const margins = padding === "valid" ? NO_MARGINS : padding === "same" ? null : padding;
	const side = (axis: 0 | 1, length: number) =>
		places(
			length,
			reachOf(pairOf(window)[axis], pairOf(dilation)[axis]),
			pairOf(strides)[axis],
			margins?.[axis] ?? null,
		);
	return [side(0, height), side(1, width)];
}

export const NO_MARGINS: Margins = [
	[0, 0],
	[0, 0],
];
