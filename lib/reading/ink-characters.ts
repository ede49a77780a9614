import type { Glyph } from "../glyph.ts";
import type { InkCandidate, InkLine } from "../ink/group.ts";
import { drawnShape, marksAmong } from "../ink/marks.ts";
import { inkBounds, type Stroke } from "../ink/stroke.ts";
import { bestPath } from "../lines/best-path.ts";
import { clustersOf } from "../lines/clusters.ts";
import type { Verdict } from "../models/verdict.ts";
import { signCost } from "./sign-cost.ts";

/** Strokes that may be a character, as the models see them and what they said. */
export interface ClassifiedStrokes {
	readonly strokes: readonly Stroke[];
	readonly glyph: Glyph;
	readonly verdict: Verdict;
}

/** The characters that were chosen for a line of ink, from left to right. */
export interface InkCharacters {
	readonly characters: readonly ClassifiedStrokes[];
	/** Of a digit, in the unit of the ink. */
	readonly height: number;
}

/** Nats for a character that the model refuses: dearer than any digit, cheaper than tearing a digit apart. */
const REFUSAL_COST = 7;
/** Nats for a point, a comma, a dash or a slash beside digits: what all but touches a digit belongs to it. */
const MARK_COST = 2;
/**
 * The characters that explain a line of ink best, each a digit, a sign, a mark, or refused. The verdicts on signs and
 * on what is refused say so.
 *
 * @param classified one of each of the line's candidates
 */
export function chooseInkCharacters(line: InkLine, classified: readonly ClassifiedStrokes[]): InkCharacters {
	const marks = marksAmong(line);
	const seen = line.candidates.map((candidate, i) =>
		judge(candidate, classified[i], marks.candidates.has(candidate), marks.height),
	);
	const costs = seen.map(({ cost }) => cost);
	const path = bestPath(line.pieces, line.candidates, costs);
	const characters = path.map((i) => ({ ...classified[i], verdict: seen[i].verdict }));
	return { characters: withoutWords(characters, marks.height), height: marks.height };
}

/** What strokes cost as the likeliest thing that they can be, and the verdict that says so. */
function judge(
	{ cost, isLoose, strokes }: InkCandidate,
	{ verdict: { sign, ...verdict } }: ClassifiedStrokes,
	isMark: boolean,
	lineHeight: number,
): { cost: number; verdict: Verdict } {
	const refused: Verdict = { ...verdict, refusal: verdict.refusal ?? "not-a-digit" };
	const stories = [];
	if (sign && lineHeight > 0) {
		const { box } = drawnShape(strokes, lineHeight);
		const size = { width: box.width / lineHeight, height: box.height / lineHeight };
		stories.push({ cost: signCost(sign, size, strokes.length > 1), verdict: { ...refused, sign } });
	}
	if (isMark) stories.push({ cost: cost + MARK_COST, verdict: refused });
	else if (!isLoose) {
		const unlikeness = verdict.refusal ? REFUSAL_COST : -Math.log(Math.max(1e-6, ...verdict.probabilities));
		stories.push({ cost: cost + unlikeness, verdict });
	}
	const none = { cost: Number.POSITIVE_INFINITY, verdict: refused };
	return stories.reduce((least, story) => (story.cost < least.cost ? story : least), none);
}

/** Letters of a word that look like digits are lower than this share of its highest letter. */
const SMALL_LETTER = 0.85;
/** Lower than this share of the line beside a letter, an o is no 0. */
const LOWEST_DIGIT = 0.6;

/**
 * What looks like a digit is none where it stands beside higher letters that are at least as many, or right beside one
 * and is as low as small letters are.
 */
function withoutWords(characters: readonly ClassifiedStrokes[], height: number): ClassifiedStrokes[] {
	const heights = characters.map(({ strokes }) => inkBounds(strokes).height);
	const isLetter = (i: number) =>
		characters[i]?.verdict.refusal === "not-a-digit" &&
		!characters[i].verdict.sign &&
		heights[i] >= 0.5 * height;
	const isDigit = (i: number) => !characters[i].verdict.refusal;
	const boxes = characters.map(({ strokes }) => inkBounds(strokes));
	return clustersOf(boxes, height).flatMap((cluster) => {
		const letters = cluster.filter(isLetter);
		const digits = cluster.filter(isDigit);
		const highest = Math.max(0, ...letters.map((i) => heights[i]));
		const isWord =
			letters.length > 0 &&
			letters.length >= digits.length &&
			digits.every((i) => heights[i] < SMALL_LETTER * highest);
		return cluster.map((i) => {
			const isLow = heights[i] < LOWEST_DIGIT * height && (isLetter(i - 1) || isLetter(i + 1));
			const isRead = !isDigit(i) || (!isWord && !isLow);
			const { verdict } = characters[i];
			return isRead
				? characters[i]
				: { ...characters[i], verdict: { ...verdict, refusal: "not-a-digit" as const } };
		});
	});
}

/** A digit that is less probable may be a sign. */
const DOUBT = 0.9;
/** So may what is lower than this share of the digits, however much it looks like one when it is drawn as large. */
const LOW = 0.5;

/** Whether anything of a line is no digit for sure. */
export function mayHaveSigns({ characters, height }: InkCharacters, { pieces }: InkLine): boolean {
	return (
		pieces > 1 &&
		characters.some(
			({ strokes, verdict: { probabilities, refusal } }) =>
				refusal || Math.max(...probabilities) < DOUBT || inkBounds(strokes).height < LOW * height,
		)
	);
}
