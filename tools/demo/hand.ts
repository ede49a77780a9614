import type { Stroke } from "../../lib/ink/stroke.ts";
import { mulberry32 } from "../random.ts";

type Path = readonly (readonly [x: number, y: number])[];

/** How a person moves the pen for each digit: x,y in hundredths of its height, points that a smooth line passes through. */
const MOVES: Readonly<Record<string, readonly string[]>> = {
	"0": ["36,3 12,20 4,55 16,92 36,98 55,72 57,35 45,8 33,4"],
	"1": ["34,0 32,35 29,70 27,100"],
	"2": ["6,24 18,4 42,4 52,25 38,55 16,82 3,97 28,93 60,96"],
	"3": ["8,10 30,1 50,14 44,36 22,46 48,56 55,78 36,98 5,90"],
	"4": ["22,2 13,30 4,58 30,58 60,55", "46,22 43,60 40,100"],
	"5": ["16,3 13,22 10,44 34,40 53,56 50,84 26,99 3,90", "16,3 36,3 56,1"],
	"6": ["46,2 22,22 7,55 10,88 32,99 52,82 44,58 22,60 9,78"],
	"7": ["4,6 30,5 57,4 46,30 34,62 24,100"],
	"8": ["48,12 28,1 11,16 20,38 44,56 53,80 32,99 8,82 20,56 44,34 48,12"],
	"9": ["50,16 30,2 8,20 16,44 38,42 51,18 50,50 45,78 38,100"],
};

export interface Handwriting {
	/** Height of a digit, in the unit of the ink. */
	readonly height: number;
	/** Start of the random numbers that make every digit a little different. */
	readonly seed: number;
	/** Free room between digits as a part of their height; negative makes them touch. */
	readonly gap?: number;
}

/** Writes lines of digits as a hand would: no two alike. The first line begins at 0, 0; y grows downwards. */
export function writeDigits(text: string, { height, seed, gap = 0.2 }: Handwriting): Stroke[] {
	const random = mulberry32(seed);
	const spread = (width: number) => (random() - 0.5) * 2 * width;
	return text.split("\n").flatMap((line, row) => {
		let left = 0;
		return [...line].flatMap((digit) => {
			const paths = MOVES[digit]?.map(parse);
			if (!paths) throw new RangeError(`"${digit}" is not a digit.`);
			const size = height * (1 + spread(0.08));
			const slant = 0.08 + spread(0.08);
			const top = row * height * 1.5 + spread(0.04) * height;
			const start = left;
			left += (0.6 + gap) * size;
			return paths.map((path) =>
				smooth(path.map(([x, y]) => [x + spread(0.015), y + spread(0.015)] as const)).map(
					([x, y]) => [start + (x + slant * (0.5 - y)) * size, top + y * size] as const,
				),
			);
		});
	});
}

function parse(move: string): Path {
	return move.split(" ").map((point) => {
		const [x, y] = point.split(",").map(Number);
		return [x! / 100, y! / 100] as const;
	});
}

/** Samples a Catmull-Rom spline through the points, four samples a span. */
function smooth(path: Path): Path {
	const at = (index: number) => path[Math.min(Math.max(index, 0), path.length - 1)]!;
	const spline = (a: number, b: number, c: number, d: number, t: number) =>
		0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * (b - c) + d - a) * t ** 3);
	const samples = Array.from({ length: (path.length - 1) * 4 + 1 }, (_, k) => k / 4);
	return samples.map((s) => {
		const i = Math.min(Math.floor(s), path.length - 2);
		const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)] as const;
		return [spline(a[0], b[0], c[0], d[0], s - i), spline(a[1], b[1], c[1], d[1], s - i)] as const;
	});
}
