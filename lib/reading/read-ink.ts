import { encodeGlyph } from "../glyph.ts";
import { groupStrokes, usualHeight } from "../ink/group.ts";
import { drawnShape, marksAmong } from "../ink/marks.ts";
import { renderGlyph } from "../ink/render.ts";
import { stackStrokes } from "../ink/stacks.ts";
import { inkBounds, type Stroke } from "../ink/stroke.ts";
import { bestPath } from "../lines/best-path.ts";
import type { Classify, Verdict } from "../models/verdict.ts";
import { piecesOfLine } from "./pieces-of-line.ts";
import { compose, type Piece, type Reading } from "./reading.ts";

/** Nats for a character that the model refuses: dearer than any digit, cheaper than tearing a digit apart. */
const REFUSAL_COST = 7;
/** Nats for a point, a comma, a dash or a slash beside digits: what all but touches a digit belongs to it. */
const MARK_COST = 2;

/**
 * Reads what was written on a pad: strokes -> lines -> every plausible character -> classifier -> the
 * grouping that explains the line best.
 *
 * @param strokes in the order of writing, any unit, y down; the boxes of the reading are in the same unit
 */
export async function readInk(
	strokes: readonly Stroke[],
	{ classify }: { classify: Classify },
): Promise<Reading> {
	const ink = strokes.filter((stroke) => stroke.length > 0);
	const lines = groupStrokes(ink, await holdStacks(ink, classify));
	const candidates = lines.flatMap((line) => line.candidates);
	const glyphs = candidates.map((candidate) => renderGlyph(candidate.strokes));
	const verdicts = await classify(glyphs);

	const pieces: Piece[] = [];
	let first = 0;
	for (const [line, written] of lines.entries()) {
		const marks = marksAmong(written);
		const characters = written.candidates.map((candidate, i) => {
			const verdict = verdicts[first + i];
			const isMark = marks.candidates.has(candidate);
			const cost = candidate.cost + (isMark ? MARK_COST : verdictCost(verdict));
			const seen: Verdict = isMark ? { refusal: "not-a-digit", ...verdict } : verdict;
			return { strokes: candidate.strokes, glyph: glyphs[first + i], verdict: seen, cost };
		});
		const costs = characters.map(({ cost }) => cost);
		const chosen = bestPath(written.pieces, written.candidates, costs).map((i) => characters[i]);
		pieces.push(
			...piecesOfLine(
				line,
				chosen.map(({ strokes, glyph, verdict }) => ({
					box: inkBounds(strokes),
					shape: drawnShape(strokes, marks.height),
					glyph,
					verdict,
				})),
			),
		);
		first += characters.length;
	}
	return compose(pieces);
}

/** A stack no higher than this many usual heights stands in one line; a higher one must be a digit as a whole. */
const ONE_LINE = 1.35;

/** Which strokes over one another belong to one line of writing: all of low stacks, and what is a digit as a whole. */
async function holdStacks(strokes: readonly Stroke[], classify: Classify): Promise<number[][]> {
	const stacks = stackStrokes(strokes).map((stack) => stack.map((i) => strokes[i]));
	const bounds = stacks.map(inkBounds);
	const limit = ONE_LINE * usualHeight(strokes.map((stroke) => inkBounds([stroke])));
	const high = stacks.filter((stack, i) => stack.length > 1 && bounds[i].height > limit);
	const verdicts = await classify(high.map((stack) => renderGlyph(stack)));
	const torn = new Set(
		high.filter((_, i) => verdicts[i].refusal || Math.max(...verdicts[i].probabilities) < 0.5),
	);
	return stacks
		.flatMap((stack) => (torn.has(stack) ? stack.map((stroke) => [stroke]) : [stack]))
		.map((stack) => stack.map((stroke) => strokes.indexOf(stroke)));
}

/** Reads all strokes as one character, without any grouping. */
export async function readInkGlyph(
	strokes: readonly Stroke[],
	{ classify }: { classify: Classify },
): Promise<Reading> {
	const glyph = renderGlyph(strokes.filter((stroke) => stroke.length > 0));
	const [verdict] = await classify([glyph]);
	return compose([{ line: 0, box: inkBounds(strokes), glyph: encodeGlyph(glyph), verdict }]);
}

function verdictCost({ probabilities, refusal }: Verdict): number {
	return refusal ? REFUSAL_COST : -Math.log(Math.max(1e-6, ...probabilities));
}
