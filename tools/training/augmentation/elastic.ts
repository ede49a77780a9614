import { normal, type Random } from "../../random.ts";

/** A smooth random displacement of every pixel of a square, row by row, in pixels. */
export interface Displacement {
	readonly x: Float32Array;
	readonly y: Float32Array;
}

/** The four weights of a uniform cubic B-spline at `t` in [0, 1) between its second and third knot. */
function splineWeights(t: number): readonly [number, number, number, number] {
	const u = 1 - t;
	return [
		(u * u * u) / 6,
		(3 * t * t * t - 6 * t * t + 4) / 6,
		(3 * u * u * u - 6 * u * u + 4) / 6,
		(t * t * t) / 6,
	];
}

function smoothField(side: number, spacing: number, amplitude: number, random: Random): Float32Array {
	const knots = Math.ceil(side / spacing) + 3;
	const lattice = Float32Array.from({ length: knots * knots }, () => amplitude * normal(random));
	const along = Array.from({ length: side }, (_, i) => ({
		knot: Math.floor(i / spacing),
		weights: splineWeights((i / spacing) % 1),
	}));
	const field = new Float32Array(side * side);
	const row = new Float32Array(knots);
	for (let y = 0; y < side; y++) {
		const { knot, weights } = along[y];
		for (let k = 0; k < knots; k++) {
			let sum = 0;
			for (let i = 0; i < 4; i++) sum += weights[i] * lattice[(knot + i) * knots + k];
			row[k] = sum;
		}
		for (let x = 0; x < side; x++) {
			const { knot, weights } = along[x];
			let sum = 0;
			for (let i = 0; i < 4; i++) sum += weights[i] * row[knot + i];
			field[y * side + x] = sum;
		}
	}
	return field;
}

/**
 * Elastic distortion after Simard, Steinkraus and Platt (2003). Their field is white noise under a Gaussian;
 * here a cubic B-spline through normal values on a lattice, which looks the same and costs a tenth.
 *
 * @param spacing of the lattice in pixels; about 1.7 times the Gaussian's standard deviation
 * @param amplitude standard deviation of the lattice's values, in pixels
 */
export function elasticDisplacement(
	side: number,
	spacing: number,
	amplitude: number,
	random: Random,
): Displacement {
	return {
		x: smoothField(side, spacing, amplitude, random),
		y: smoothField(side, spacing, amplitude, random),
	};
}
