import { GLYPH_SIDE, type Glyph } from "../../../lib/glyph.ts";
import { NOT_A_DIGIT, SEVERAL_DIGITS } from "../../../lib/models/outputs.ts";
import { type DigitSet, pictureOf } from "../../data/digit-set.ts";
import { createRandom, pick, type Random } from "../../random.ts";
import { augmentInk, type Strength } from "../augmentation/augment.ts";
import { type Segment, segmentsOf } from "../lines/segments.ts";
import { pickNumber, writeLine } from "../lines/written-line.ts";
import type { Ingredient } from "./ingredients.ts";

/** Samples taken of one line, which is dear to write. */
const OF_ONE_LINE = 12;
/** Lines kept, enough for the shuffled order of an epoch. */
const LINES_KEPT = 500;
/** Different samples before they come again. */
const SIZE = 1_000_000;
/** How often a segment is worn like any other picture instead of as the reader cut it. */
const WORN = 0.3;

/** One of the segments, digits and what is none alike often. */
function choose(segments: readonly Segment[], random: Random): Segment | undefined {
	const groups = [
		segments.filter(({ label }) => label < NOT_A_DIGIT),
		segments.filter(({ label }) => label === NOT_A_DIGIT),
		segments.filter(({ label }) => label === SEVERAL_DIGITS),
	].filter((group) => group.length > 0);
	return groups.length > 0 ? pick(random, pick(random, groups)) : undefined;
}

/** What the picture reader cuts out of lines of touching digits: digits, fragments, several at once. */
export function lineSegments(digits: DigitSet, strength: Strength): Ingredient {
	const characters = Array.from(digits.labels, (label, index) => ({
		width: digits.width,
		height: digits.height,
		ink: pictureOf(digits, index),
		label,
	}));
	const lines = new Map<number, Segment[]>();
	const segmentsOfLine = (line: number): Segment[] => {
		const known = lines.get(line);
		if (known) return known;
		const random = createRandom(line);
		const segments = segmentsOf(writeLine(pickNumber(characters, random), random));
		if (lines.size >= LINES_KEPT) lines.delete(lines.keys().next().value!);
		lines.set(line, segments);
		return segments;
	};
	return {
		size: SIZE,
		draw(index, random, into: Glyph) {
			for (let line = Math.floor(index / OF_ONE_LINE); ; line++) {
				const segment = choose(segmentsOfLine(line), random);
				if (!segment) continue;
				const { glyph, label } = segment;
				if (random() < WORN)
					augmentInk({ width: GLYPH_SIDE, height: GLYPH_SIDE, data: glyph }, strength, random, into);
				else into.set(glyph);
				return label;
			}
		},
	};
}
