import type { InkMap } from "../../../lib/image/pixels.ts";
import { sampleBilinear } from "../../../lib/moved-glyph.ts";
import { between, normal, type Random } from "../../random.ts";
import { elasticDisplacement } from "./elastic.ts";

/** How strongly shapes are bent; each is the standard deviation of a normal value. */
export interface Bending {
	/** Degrees. */
	readonly rotation: number;
	/** Horizontal shift per vertical unit: the slant of a hand. */
	readonly shear: number;
	/** Natural logarithm of width over height. */
	readonly aspect: number;
	/** Part of the shape's longer side. */
	readonly elastic: number;
}

/** x' = a x + b y, y' = c x + d y. */
export type Linear = readonly [a: number, b: number, c: number, d: number];

/** A random rotation, slant and change of aspect; the area stays as it is. */
export function randomLinear({ rotation, shear, aspect }: Bending, random: Random): Linear {
	const angle = (normal(random) * rotation * Math.PI) / 180;
	const slant = normal(random) * shear;
	const wide = Math.exp((normal(random) * aspect) / 2);
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	return [cos * wide, (cos * slant - sin) / wide, sin * wide, (sin * slant + cos) / wide];
}

/** The square that shapes are warped on, and how large the ink becomes there, both in pixels. */
export interface Canvas {
	readonly side: number;
	readonly ink: number;
}

/** 20 px of ink enlarged, so that little is lost, and room to lean over. */
const ROOMY: Canvas = { side: 44, ink: 28 };
/** Halos fainter than this would widen the ink's box. */
const FAINTEST = 0.06;

/** The inverse of a linear map. */
function inverse([a, b, c, d]: Linear): Linear {
	const determinant = a * d - b * c;
	return [d / determinant, -b / determinant, -c / determinant, a / determinant];
}

/**
 * The ink bent at random on a square canvas, around the middle of `source`, which should hold nothing but the
 * shape and a little paper around it, its longer side `inkSide` px. `sample` reads it between its pixels.
 */
export function warpInk(
	source: InkMap,
	inkSide: number,
	bending: Bending,
	random: Random,
	{ side, ink: inkOnCanvas }: Canvas = ROOMY,
	sample = sampleBilinear,
): InkMap {
	const [a, b, c, d] = inverse(randomLinear(bending, random));
	const shrink = inkSide / inkOnCanvas;
	const spacing = between(random, 0.25, 0.5) * inkOnCanvas;
	const bent = elasticDisplacement(side, spacing, bending.elastic * inkSide, random);
	const data = new Float32Array(side * side);
	const middle = (side - 1) / 2;
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			const i = y * side + x;
			const dx = (x - middle) * shrink;
			const dy = (y - middle) * shrink;
			const ink = sample(
				source.data,
				source.width,
				source.height,
				a * dx + b * dy + bent.x[i] + (source.width - 1) / 2,
				c * dx + d * dy + bent.y[i] + (source.height - 1) / 2,
			);
			data[i] = ink < FAINTEST ? 0 : ink;
		}
	}
	return { width: side, height: side, data };
}
