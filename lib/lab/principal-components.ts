/** A plane through many rows of numbers on which they differ most. */
export interface PrincipalPlane {
	/** How much of the rows' variance the plane shows, 0..1. */
	readonly shown: number;
	/** Where a row lies on it. */
	project(row: Float32Array): readonly [x: number, y: number];
}

/** Enough for axes that are to be looked at; each step turns towards the axis by the ratio of the two variances. */
const STEPS = 60;

/**
 * The first two principal components (Pearson 1901; Hotelling 1933), by power iteration on the rows themselves, so
 * that no matrix of width x width is needed.
 *
 * @param rows all of the same length, at least one
 */
export function principalPlane(rows: readonly Float32Array[]): PrincipalPlane {
	const width = rows[0].length;
	const mean = new Float64Array(width);
	for (const row of rows) for (let i = 0; i < width; i++) mean[i] += row[i] / rows.length;
	const centred = rows.map((row) => Float64Array.from(row, (value, i) => value - mean[i]));
	const total = centred.reduce((sum, row) => sum + dot(row, row), 0);

	const axes: Float64Array[] = [];
	let kept = 0;
	for (let k = 0; k < 2; k++) {
		// The row furthest from the mean, without what the axes before show: a start that is the same every time.
		let axis: Float64Array = Float64Array.from(
			centred.reduce((a, b) => (lengthBeside(b, axes) > lengthBeside(a, axes) ? b : a)),
		);
		for (let step = 0; step < STEPS; step++) {
			const next = new Float64Array(width);
			const from = withoutAxes(axis, axes);
			for (const row of centred) {
				const along = dot(row, from);
				for (let i = 0; i < width; i++) next[i] += along * row[i];
			}
			axis = unit(withoutAxes(next, axes));
		}
		axes.push(axis);
		kept += centred.reduce((sum, row) => sum + dot(row, axis) ** 2, 0);
	}
	return {
		shown: total > 0 ? kept / total : 1,
		project(row) {
			const offset = Float64Array.from(row, (value, i) => value - mean[i]);
			return [dot(offset, axes[0]), dot(offset, axes[1])];
		},
	};
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
	return sum;
}

function withoutAxes(row: Float64Array, axes: readonly Float64Array[]): Float64Array {
	return axes.reduce((rest, axis) => {
		const along = dot(rest, axis);
		return rest.map((value, i) => value - along * axis[i]);
	}, row);
}

function lengthBeside(row: Float64Array, axes: readonly Float64Array[]): number {
	const rest = withoutAxes(row, axes);
	return dot(rest, rest);
}

function unit(row: Float64Array): Float64Array {
	const length = Math.sqrt(dot(row, row));
	return length > 0 ? row.map((value) => value / length) : row;
}
