import { encodeGlyph } from "../glyph.ts";
import { joinDashes } from "../ink/dashes.ts";
import { enclosuresAmong, strikesAmong } from "../ink/drawn-around.ts";
import { groupStrokes, type InkLine, usualHeight } from "../ink/group.ts";
import { drawnShape } from "../ink/marks.ts";
import { renderGlyph } from "../ink/render.ts";
import { stackStrokes } from "../ink/stacks.ts";
import { inkBounds, type Stroke } from "../ink/stroke.ts";
import type { ClassifyInk, ClassifySigns, Model } from "../models/verdict.ts";
import {
	type ClassifiedStrokes,
	chooseInkCharacters,
	type InkCharacters,
	mayHaveSigns,
} from "./ink-characters.ts";
import { piecesOfLine } from "./pieces-of-line.ts";
import { compose, type Piece, type Reading } from "./reading.ts";
import { weighSigns } from "./sign-evidence.ts";

/**
 * Reads what was written on a pad: strokes -> lines -> every plausible character -> classifier -> the
 * grouping that explains the line best. Where something is no digit for sure, the model of signs is asked too. What is
 * drawn round or through a number is left out.
 *
 * @param strokes in the order of writing, any unit, y down; the boxes of the reading are in the same unit
 */
export async function readInk(
	strokes: readonly Stroke[],
	{ classifySigns, ...model }: Pick<Model, "classify" | "classifyInk" | "classifySigns">,
): Promise<Reading> {
	const classify = inkClassifier(model);
	const drawn = joinDashes(strokes.filter((stroke) => stroke.length > 0));
	const around = await drawnAround(drawn, classify);
	const ink = drawn.filter((stroke) => !around.includes(stroke));
	const lines = groupStrokes(ink, await holdStacks(ink, classify));
	const classified = await classifyLines(lines, classify);
	const chosen = await Promise.all(
		lines.map(async (line, i) => {
			const characters = chooseInkCharacters(line, classified[i]);
			if (!classifySigns || !mayHaveSigns(characters, line)) return characters;
			return chooseInkCharacters(line, await nameSigns(classified[i], classifySigns));
		}),
	);
	const leftOut = await classifyStrokes(
		around.map((stroke) => [stroke]),
		classify,
	);
	return compose([
		...chosen.flatMap((characters, line) => piecesOfInk(characters, line)),
		...leftOut.map(
			({ strokes, glyph, verdict }): Piece => ({
				line: 0,
				box: inkBounds(strokes),
				glyph: encodeGlyph(glyph),
				verdict: { ...verdict, refusal: "not-a-digit" },
			}),
		),
	]);
}

function piecesOfInk({ characters, height }: InkCharacters, line: number): Piece[] {
	return piecesOfLine(
		line,
		characters.map(({ strokes, glyph, verdict }) => ({
			box: inkBounds(strokes),
			shape: drawnShape(strokes, height),
			glyph,
			verdict,
		})),
	);
}

async function classifyStrokes(
	groups: readonly (readonly Stroke[])[],
	classify: ClassifyInk,
): Promise<ClassifiedStrokes[]> {
	const glyphs = groups.map((strokes) => renderGlyph(strokes));
	const verdicts = await classify(groups);
	return groups.map((strokes, i) => ({ strokes, glyph: glyphs[i], verdict: verdicts[i] }));
}

/** Every candidate of all lines, as one batch. */
async function classifyLines(
	lines: readonly InkLine[],
	classify: ClassifyInk,
): Promise<ClassifiedStrokes[][]> {
	const all = await classifyStrokes(
		lines.flatMap(({ candidates }) => candidates.map(({ strokes }) => strokes)),
		classify,
	);
	let next = 0;
	return lines.map(({ candidates }) => candidates.map(() => all[next++]));
}

async function nameSigns(
	candidates: readonly ClassifiedStrokes[],
	classifySigns: ClassifySigns,
): Promise<ClassifiedStrokes[]> {
	const classes = await classifySigns(candidates.map(({ glyph }) => glyph));
	return candidates.map((one, i) => ({ ...one, verdict: weighSigns(one.verdict, classes[i]) }));
}

/** The strokes that are drawn round or through a number. A zero with a stroke in it is a zero. */
async function drawnAround(strokes: readonly Stroke[], classify: ClassifyInk): Promise<Stroke[]> {
	const enclosures = enclosuresAmong(strokes);
	const wholes = await classify(enclosures.map(({ loop, inside }) => [loop, ...inside]));
	const circles = enclosures.filter((_, i) => wholes[i].refusal).map(({ loop }) => loop);
	return [...circles, ...strikesAmong(strokes)];
}

/** A stack no higher than this many usual heights stands in one line; a higher one must be a digit as a whole. */
const ONE_LINE = 1.35;

/** Which strokes over one another belong to one line of writing: all of low stacks, and what is a digit as a whole. */
async function holdStacks(strokes: readonly Stroke[], classify: ClassifyInk): Promise<number[][]> {
	const stacks = stackStrokes(strokes).map((stack) => stack.map((i) => strokes[i]));
	const bounds = stacks.map(inkBounds);
	const limit = ONE_LINE * usualHeight(strokes.map((stroke) => inkBounds([stroke])));
	const high = stacks.filter((stack, i) => stack.length > 1 && bounds[i].height > limit);
	const verdicts = await classify(high);
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
	model: Pick<Model, "classify" | "classifyInk">,
): Promise<Reading> {
	const ink = strokes.filter((stroke) => stroke.length > 0);
	const glyph = renderGlyph(ink);
	const [verdict] = await inkClassifier(model)([ink]);
	return compose([{ line: 0, box: inkBounds(strokes), glyph: encodeGlyph(glyph), verdict }]);
}

/** The model's companion for ink; without one the model itself, which sees the picture that the pen left. */
function inkClassifier({ classify, classifyInk }: Pick<Model, "classify" | "classifyInk">): ClassifyInk {
	return classifyInk ?? ((characters) => classify(characters.map((strokes) => renderGlyph(strokes))));
}
