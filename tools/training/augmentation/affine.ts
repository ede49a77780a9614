import { GLYPH_SIDE, type Glyph } from "../../../lib/glyph.ts";
import { sampleBilinear } from "../../../lib/moved-glyph.ts";
import { between, type Random } from "../../random.ts";
import { cubicWeights } from "./cubic.ts";
import { elasticDisplacement } from "./elastic.ts";

/** How far a glyph may be moved about its centre, each way. */
export interface GlyphMovement {
	/** Degrees. */
	readonly rotation?: number;
	/** Relative change of size, both axes alike. */
	readonly zoom?: number;
	/** Part of the glyph's side, each axis for itself. */
	readonly shift?: number;
	/** Standard deviation of a smooth displacement besides, as part of the glyph's side. */
	readonly elastic?: number;
}

/** Distance of the elastic lattice's points, as part of the glyph's side. */
const ELASTIC_SPACING = 0.3;

/** As `sampleBilinear`, by cubic convolution: edges stay as sharp as they were. Between 0 and 1. */
export function sampleCubic(data: Float32Array, width: number, height: number, x: number, y: number): number {
	const left = Math.floor(x);
	const top = Math.floor(y);
	if (left < -2 || top < -2 || left > width || top > height) return 0;
	const across = cubicWeights(x - left);
	const down = cubicWeights(y - top);
	let sum = 0;
	for (let row = 0; row < 4; row++) {
		const v = top + row - 1;
		if (v < 0 || v >= height) continue;
		for (let column = 0; column < 4; column++) {
			const u = left + column - 1;
			if (u >= 0 && u < width) sum += down[row] * across[column] * data[v * width + u];
		}
	}
	return Math.min(1, Math.max(0, sum));
}

/**
 * The glyph rotated, zoomed and shifted by random amounts within `movement`, as Keras and torchvision do, and bent
 * where it says so.
 */
export function moveGlyph(glyph: Glyph, movement: GlyphMovement, random: Random, into: Glyph): void {
	const { rotation = 0, zoom = 0, shift = 0, elastic = 0 } = movement;
	const angle = (between(random, -rotation, rotation) * Math.PI) / 180;
	const scale = 1 / between(random, 1 - zoom, 1 + zoom);
	const shiftX = between(random, -shift, shift) * GLYPH_SIDE;
	const shiftY = between(random, -shift, shift) * GLYPH_SIDE;
	const cos = Math.cos(angle) * scale;
	const sin = Math.sin(angle) * scale;
	const middle = (GLYPH_SIDE - 1) / 2;
	const spacing = ELASTIC_SPACING * GLYPH_SIDE;
	const bent = elastic > 0 ? elasticDisplacement(GLYPH_SIDE, spacing, elastic * GLYPH_SIDE, random) : null;
	for (let y = 0; y < GLYPH_SIDE; y++) {
		for (let x = 0; x < GLYPH_SIDE; x++) {
			const i = y * GLYPH_SIDE + x;
			const dx = x - middle - shiftX + (bent?.x[i] ?? 0);
			const dy = y - middle - shiftY + (bent?.y[i] ?? 0);
			into[i] = sampleBilinear(
				glyph,
				GLYPH_SIDE,
				GLYPH_SIDE,
				cos * dx + sin * dy + middle,
				cos * dy - sin * dx + middle,
			);
		}
	}
}
