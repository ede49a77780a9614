import { GLYPH_SIDE, type Glyph, INK_SIDE } from "../../../lib/glyph.ts";
import { cropInk, inkBox, normaliseGlyph } from "../../../lib/image/normalise.ts";
import type { InkMap } from "../../../lib/image/pixels.ts";
import { sampleBilinear } from "../../../lib/moved-glyph.ts";
import { type DigitSet, pictureOf } from "../../data/digit-set.ts";
import { between, type Random } from "../../random.ts";
import { type Strength, widthChange } from "../augmentation/augment.ts";
import { binarise } from "../augmentation/degrade.ts";
import { changeStrokeWidth } from "../augmentation/stroke-width.ts";
import { warpInk } from "../augmentation/warp.ts";
import type { Ingredient } from "./ingredients.ts";

/** From how many to how many pixels a side of the box has. */
const SMALLEST = 13;
const LARGEST = 20;
/** What is narrow by nature is widened by no more than this factor: a 1 would become a block. */
const MOST_WIDENED = 1.8;
/** Readings of the ink for each pixel and axis. */
const FINENESS = 3;

/** Ink on a grid of so many columns and rows that it fills, each pixel the mean of what it covers. */
function ontoGrid({ width, height, data }: InkMap, columns: number, rows: number): InkMap {
	const cells = new Float32Array(columns * rows);
	for (let y = 0; y < rows * FINENESS; y++) {
		for (let x = 0; x < columns * FINENESS; x++) {
			const sourceX = ((x + 0.5) * width) / (columns * FINENESS) - 0.5;
			const sourceY = ((y + 0.5) * height) / (rows * FINENESS) - 0.5;
			const cell = Math.floor(y / FINENESS) * columns + Math.floor(x / FINENESS);
			cells[cell] += sampleBilinear(data, width, height, sourceX, sourceY) / FINENESS ** 2;
		}
	}
	return { width: columns, height: rows, data: cells };
}

/** As scanners of forms and zip codes kept digits: few pixels, the ink stretched towards the whole of a square box. */
function fillBox(ink: InkMap, random: Random): InkMap {
	const crop = cropInk(ink, inkBox(ink)!);
	const side = Math.round(between(random, SMALLEST, LARGEST));
	const longer = Math.max(crop.width, crop.height);
	const filled = random();
	const pixelsFor = (own: number) =>
		Math.max(
			2,
			Math.round((side * Math.min(own * MOST_WIDENED, own ** (1 - filled) * longer ** filled)) / longer),
		);
	return ontoGrid(crop, pixelsFor(crop.width), pixelsFor(crop.height));
}

/** How often only ink and paper are told apart, without gray. */
const BINARY = 0.5;

/** Pictures of digits as small boxes hold them. */
export function boxedPictures(set: DigitSet, { bending, strokeWidth }: Strength): Ingredient {
	return {
		size: set.labels.length,
		draw(index, random, into: Glyph) {
			const data = Float32Array.from(pictureOf(set, index), (byte) => byte / 255);
			const own = { width: set.width, height: set.height, data };
			const glyph = { width: GLYPH_SIDE, height: GLYPH_SIDE, data: normaliseGlyph(own) };
			const bent = warpInk(glyph, INK_SIDE, bending, random);
			const boxed = fillBox(changeStrokeWidth(bent, widthChange(strokeWidth, random)), random);
			const binary = random() < BINARY ? binarise(boxed, between(random, 0.3, 0.6), 0, random) : boxed;
			into.set(normaliseGlyph(inkBox(binary) ? binary : boxed));
			return set.labels[index];
		},
	};
}
