/**
 * The weights of four neighbours for a place at `t` in [0, 1) between the middle two: the Catmull-Rom spline, which
 * is also cubic convolution with a = -1/2 (Keys 1981).
 */
export function cubicWeights(t: number): readonly [number, number, number, number] {
	const square = t * t;
	const cube = square * t;
	return [
		(-t + 2 * square - cube) / 2,
		(2 - 5 * square + 3 * cube) / 2,
		(t + 4 * square - 3 * cube) / 2,
		(cube - square) / 2,
	];
}
