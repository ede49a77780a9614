import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../glyph.ts";

/** Side of the patch that hides, in glyph pixels: about as wide as a stroke and the paper beside it. */
export const PATCH_SIDE = 5;
/** How far the patch moves from place to place. */
const STEP = 2;

/** A glyph with a patch of paper over it. */
export interface Occlusion {
	/** The patch's left upper pixel; it may begin outside. */
	readonly x: number;
	readonly y: number;
	readonly glyph: Glyph;
}

type Place = Pick<Occlusion, "x" | "y">;

/** Everywhere that the patch touches the glyph. */
const PLACES: readonly Place[] = steps().flatMap((y) => steps().map((x) => ({ x, y })));

function steps(): number[] {
	return Array.from(
		{ length: Math.ceil((GLYPH_SIDE + PATCH_SIDE - 1) / STEP) },
		(_, i) => 1 - PATCH_SIDE + i * STEP,
	);
}

/**
 * The glyph with a patch of paper over every place where it hides ink (Zeiler & Fergus 2014, "Visualizing and
 * Understanding Convolutional Networks", section 4.2). Where it hides none, nothing would change.
 */
export function occlusions(glyph: Glyph): Occlusion[] {
	return PLACES.map((place) => {
		const hidden = glyph.slice();
		for (const i of patchPixels(place)) hidden[i] = 0;
		return { ...place, glyph: hidden };
	}).filter(({ glyph: hidden }) => hidden.some((ink, i) => ink !== glyph[i]));
}

/**
 * How much each pixel matters: the mean, over all patches that hide it, of what the probability loses.
 *
 * @param probability of the digit for the whole glyph
 * @param places of the patches that hide ink
 * @param hidden the probability with the patch at each of them
 * @returns 784 numbers, -1..1; above 0 the pixel speaks for the digit, below against it
 */
export function occlusionMap(
	probability: number,
	places: readonly Place[],
	hidden: readonly number[],
): Float32Array {
	const loss = new Float32Array(GLYPH_SIZE);
	places.forEach((place, k) => {
		for (const i of patchPixels(place)) loss[i] += probability - hidden[k];
	});
	const patches = new Uint8Array(GLYPH_SIZE);
	for (const place of PLACES) for (const i of patchPixels(place)) patches[i]++;
	return loss.map((sum, i) => sum / patches[i]);
}

function* patchPixels({ x, y }: Place): Generator<number> {
	for (let row = Math.max(0, y); row < Math.min(GLYPH_SIDE, y + PATCH_SIDE); row++)
		for (let column = Math.max(0, x); column < Math.min(GLYPH_SIDE, x + PATCH_SIDE); column++)
			yield row * GLYPH_SIDE + column;
}
