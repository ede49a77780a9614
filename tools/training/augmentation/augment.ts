import { GLYPH_SIDE, type Glyph, INK_SIDE } from "../../../lib/glyph.ts";
import { normaliseGlyph } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { PEN_WIDTH, renderGlyph } from "../../../lib/ink/render.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { between, normal, type Random } from "../../random.ts";
import { sampleCubic } from "./affine.ts";
import {
	addGrain,
	addLeftover,
	addSpecks,
	binarise,
	blur,
	breakStroke,
	changeContrast,
	coarsen,
} from "./degrade.ts";
import { changeStrokeWidth } from "./stroke-width.ts";
import { bendStrokes } from "./strokes.ts";
import { type Bending, warpInk } from "./warp.ts";

/** How much is done to a shape. */
export interface Strength {
	readonly bending: Bending;
	/** Standard deviation of what a stroke gains or loses on each side, in 1/28 of the ink's side. */
	readonly strokeWidth: number;
	/** How often a glyph is degraded as by scanner, camera, threshold and cutting, 0..1. */
	readonly degraded: number;
}

/** As far as a careful writer strays. */
export const LIGHT: Strength = {
	bending: { rotation: 6, shear: 0.1, aspect: 0.08, elastic: 0.035 },
	strokeWidth: 0.25,
	degraded: 0.1,
};

/** As far as hands, pens and papers differ. */
export const STRONG: Strength = {
	bending: { rotation: 9, shear: 0.16, aspect: 0.18, elastic: 0.05 },
	strokeWidth: 0.65,
	degraded: 0.5,
};

/** Each kind of damage by itself seldom, now and then several. */
function degrade(ink: InkMap, random: Random): InkMap {
	const chance = (probability: number) => random() < probability;
	let worn = ink;
	if (chance(0.15)) worn = breakStroke(worn, between(random, 1, 2.5), random);
	if (chance(0.12)) worn = addLeftover(worn, random);
	if (chance(0.2)) worn = blur(worn, random());
	if (chance(0.2)) worn = addGrain(worn, between(random, 0.1, 0.6), random);
	if (chance(0.35)) worn = coarsen(worn, Math.floor(between(random, 14, 34)));
	if (chance(0.35)) worn = binarise(worn, between(random, 0.25, 0.6), between(random, 0, 0.2), random);
	if (chance(0.25)) worn = changeContrast(worn, Math.exp(0.5 * normal(random)));
	if (chance(0.06)) worn = addSpecks(worn, 1 + Math.floor(random() * 3), random);
	return worn;
}

/** The glyph moved by a whole pixel each way at most, as a slightly other cut would have it. */
function jitter(glyph: Glyph, random: Random, into: Glyph): void {
	const step = () => (random() < 0.15 ? (random() < 0.5 ? -1 : 1) : 0);
	const shift = step() * GLYPH_SIDE + step();
	for (let i = 0; i < glyph.length; i++) into[i] = glyph[i - shift] ?? 0;
}

/** Less ink than this share of the undamaged shape, and nobody could tell what it was. */
const LEGIBLE = 0.45;

const inkOf = ({ data, width }: InkMap) => data.reduce((sum, ink) => sum + ink, 0) / (width * width);

/** A change of stroke width: thinning stops before thin strokes vanish. */
export const widthChange = (deviation: number, random: Random) =>
	Math.max(-0.5, Math.min(1.6, deviation * normal(random)));

/**
 * Writes a picture's shape, changed at random and normalised as the product does, to `into`. The longer side
 * of its ink is `inkSide` px, as in a glyph.
 */
export function augmentInk(
	ink: InkMap,
	strength: Strength,
	random: Random,
	into: Glyph,
	inkSide = INK_SIDE,
): void {
	const warped = warpInk(ink, inkSide, strength.bending, random);
	const resized = changeStrokeWidth(warped, widthChange(strength.strokeWidth, random));
	const worn = random() < strength.degraded ? degrade(resized, random) : resized;
	const legible = inkOf(worn) > LEGIBLE * inkOf(warped);
	jitter(normaliseGlyph(legible ? worn : warped), random, into);
}

/** How often a glyph stays as it is. */
const UNTOUCHED = 0.1;

/**
 * Writes a glyph, bent on its own grid, to `into`: it stays as crisp as it was, where `augmentInk` softens it by
 * resampling twice. A network that mostly sees softened digits reads crisp ones worse: 99.24 against 99.36 to
 * 99.41 % of the validation digits when each was turned a little, and so softened, before the same network read
 * it. Stroke width and degradation are left alone.
 */
export function augmentGlyph(glyph: Glyph, { bending }: Strength, random: Random, into: Glyph): void {
	if (random() < UNTOUCHED) into.set(glyph);
	else {
		const ink = { width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph };
		const canvas = { side: GLYPH_SIDE, ink: INK_SIDE };
		jitter(warpInk(ink, INK_SIDE, bending, random, canvas, sampleCubic).data, random, into);
	}
}

/** Writes strokes, bent at random and drawn as the pad draws them, to `into`; at times worn like a scan. */
export function augmentStrokes(
	strokes: readonly Stroke[],
	strength: Strength,
	random: Random,
	into: Glyph,
	thickestPen = 4.6,
): void {
	const bent = bendStrokes(strokes, strength.bending, between(random, 0, 0.008), random);
	const penWidth = random() < 0.5 ? PEN_WIDTH : between(random, 1.2, thickestPen);
	const glyph = renderGlyph(bent, penWidth);
	if (random() < strength.degraded) {
		const still = {
			bending: { rotation: 0, shear: 0, aspect: 0, elastic: 0.008 },
			strokeWidth: 0.2,
			degraded: 1,
		};
		augmentInk({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph }, still, random, into);
	} else jitter(glyph, random, into);
}
