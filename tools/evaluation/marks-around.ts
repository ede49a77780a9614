import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import { between, type Random } from "../random.ts";

/** Strokes that people draw around or beside a number that is as wide as this, in heights of a digit, its middle at 0. */
export type Mark = (width: number, random: Random) => Stroke[];

/** A ring that does not close quite where it began. */
const circle: Mark = (width, random) => {
	const [across, down] = [width / 2 + between(random, 0.35, 0.7), between(random, 0.85, 1.1)];
	const [first, turns] = [between(random, -2.2, -1), between(random, 0.93, 1.08)];
	const drift = between(random, -0.1, 0.1);
	return [
		Array.from({ length: 41 }, (_, i) => {
			const angle = first + (2 * Math.PI * turns * i) / 40;
			const wide = 1 + (drift * i) / 40;
			return [width / 2 + across * wide * Math.cos(angle), down * wide * Math.sin(angle)] as const;
		}),
	];
};

const underline: Mark = (width, random) => {
	const [y, slope] = [between(random, 0.65, 0.9), between(random, -0.08, 0.08)];
	const line = (y: number): Stroke => [
		[-0.2, y],
		[width / 2, y + 0.03],
		[width + 0.2, y + slope],
	];
	return random() < 0.3 ? [line(y), line(y + 0.2)] : [line(y)];
};

const tick: Mark = (width, random) => {
	const [x, size] = [width + between(random, 0.4, 0.8), between(random, 0.7, 1.3)];
	return [
		[
			[x, 0.05 * size],
			[x + 0.22 * size, 0.45 * size],
			[x + 0.75 * size, -0.55 * size],
		],
	];
};

export const MARKS_AROUND: readonly (readonly [name: string, mark: Mark])[] = [
	["circled", circle],
	["underlined", underline],
	["ticked", tick],
];

/** Strokes with a mark around them, all moved so that the leftmost is at 0. */
export function marked(strokes: readonly Stroke[], mark: Mark, random: Random): Stroke[] {
	const all = [...strokes, ...mark(inkBounds(strokes).width, random)];
	const { x } = inkBounds(all);
	return all.map((stroke) => stroke.map(([px, py]) => [px - x, py] as const));
}
