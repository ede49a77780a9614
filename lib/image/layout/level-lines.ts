import { acrossAt, type Rule } from "./rule.ts";

/** Levels that are one line: double ones, and pieces that a pen left apart. */
export interface LevelLine {
	readonly from: number;
	readonly to: number;
	readonly thickness: number;
	readonly rules: readonly Rule[];
}

/** Pieces of one line are no further apart across it, in thicknesses and pixels, and along it, as a share of the longer. */
const ACROSS = 2;
const ACROSS_PIXELS = 3;
const ALONG = 0.3;
/** Pieces that are so many times as long as thick may be further apart. */
const THIN = 15;
const ALONG_OF_THIN = 1.2;

/** The lines that levels make. */
export function linesOfLevels(levels: readonly Rule[]): LevelLine[] {
	const lines: Rule[][] = [];
	for (const level of [...levels].sort((a, b) => b.to - b.from - (a.to - a.from))) {
		const line = lines.find((line) => line.some((other) => isOneLine(other, level)));
		if (line) line.push(level);
		else lines.push([level]);
	}
	return lines.map((rules) => ({
		rules,
		from: Math.min(...rules.map(({ from }) => from)),
		to: Math.max(...rules.map(({ to }) => to)),
		thickness: rules[0].thickness,
	}));
}

function isOneLine(longer: Rule, level: Rule): boolean {
	const gap = Math.max(longer.from - level.to, level.from - longer.to, 0);
	const isSure = [longer, level].every(({ from, to, thickness }) => to - from >= THIN * thickness);
	if (gap > (isSure ? ALONG_OF_THIN : ALONG) * (longer.to - longer.from)) return false;
	const most = ACROSS * Math.max(longer.thickness, level.thickness) + ACROSS_PIXELS + 0.05 * gap;
	const from = Math.max(longer.from, level.from);
	const to = Math.min(longer.to, level.to);
	const places = gap > 0 ? [to] : [from, (from + to) >> 1, to];
	return places.every((at) => Math.abs(acrossAt(longer, at) - acrossAt(level, at)) <= most);
}
