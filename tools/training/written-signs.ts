import type { Point } from "../../lib/geometry.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { SIGNS, type Sign } from "../../lib/models/signs.ts";
import { between, pick, type Random } from "../random.ts";

const TAU = 2 * Math.PI;

type Form = (random: Random) => Stroke[];

const line = (...points: Point[]): Stroke => points;
const bar = (length: number, x = 0, y = 0): Stroke => line([x - length / 2, y], [x + length / 2, y]);

/** Part of an ellipse, from one turn to another (0 = right, a quarter = down). */
function arc(x: number, y: number, width: number, height: number, from: number, to: number): Stroke {
	const steps = Math.max(4, Math.ceil(24 * Math.abs(to - from)));
	return Array.from({ length: steps + 1 }, (_, i): Point => {
		const angle = TAU * (from + ((to - from) * i) / steps);
		return [x + (width / 2) * Math.cos(angle), y + (height / 2) * Math.sin(angle)];
	});
}

/** A dot as pens leave it: a touch, a small ring, a short stroke. */
function dot(x: number, y: number, random: Random): Stroke {
	const size = between(random, 0.03, 0.16);
	const kind = random();
	if (kind < 0.45) return line([x, y]);
	if (kind < 0.75) return arc(x, y, size, size, 0, between(random, 0.8, 1.3));
	return line([x, y], [x + between(random, -0.5, 0.5) * size, y + size]);
}

/** A small ring, not always closed. */
function ring(x: number, y: number, size: number, random: Random): Stroke {
	const from = between(random, 0.5, 0.9);
	return arc(x, y, size * between(random, 0.7, 1), size, from, from - between(random, 0.9, 1.15));
}

const slash = (lean: number): Stroke => line([lean / 2, -0.5], [-lean / 2, 0.5]);

const FORMS: Readonly<Record<Sign, readonly Form[]>> = {
	"+": [
		(random) => [bar(between(random, 0.6, 1.3), 0, between(random, -0.15, 0.15)), line([0, -0.5], [0, 0.5])],
		(random) => [line([0, -0.5], [0, 0.5]), bar(between(random, 0.6, 1.3), between(random, -0.15, 0.15))],
		// In one go: down, and back through the middle.
		(random) => [
			line(
				[0.05, -0.5],
				[0, 0.5],
				[-0.15, 0.45],
				[-0.45, between(random, 0, 0.25)],
				[-0.35, 0],
				[0.5, between(random, -0.1, 0.05)],
			),
		],
	],
	"-": [(random) => [bar(1, 0, between(random, -0.1, 0.1))], () => [line([-0.5, 0], [0, -0.05], [0.5, 0])]],
	"×": [
		(random) => {
			const width = between(random, 0.55, 1.2);
			return [line([-width / 2, -0.5], [width / 2, 0.5]), line([width / 2, -0.5], [-width / 2, 0.5])];
		},
		// Two bows back to back.
		(random) => {
			const width = between(random, 0.35, 0.6);
			return [arc(-width / 2, 0, width, 1, -0.3, 0.3), arc(width / 2, 0, width, 1, 0.8, 0.2)];
		},
		// In one go: down to the right, round, and down to the left.
		(random) => {
			const right = between(random, 0.4, 0.65);
			return [
				line(
					[-0.45, -0.45],
					[-0.3, -0.5],
					[0.25, 0.45],
					[right, 0.35],
					[right, -0.35],
					[0.3, -0.45],
					[-0.4, 0.5],
				),
			];
		},
	],
	"÷": [
		(random) => {
			const apart = between(random, 0.22, 0.5);
			return [
				bar(1),
				dot(between(random, -0.12, 0.12), -apart, random),
				dot(between(random, -0.12, 0.12), apart, random),
			];
		},
	],
	"=": [
		(random) => {
			const apart = between(random, 0.2, 0.7);
			return [
				bar(between(random, 0.85, 1), 0, -apart / 2),
				bar(between(random, 0.85, 1.1), between(random, -0.1, 0.1), apart / 2),
			];
		},
	],
	":": [
		(random) => [dot(0, -0.5, random), dot(between(random, -0.1, 0.1), between(random, 0.2, 0.5), random)],
	],
	"/": [
		(random) => [slash(between(random, 0.35, 1.1))],
		(random) => {
			const lean = between(random, 0.35, 0.9);
			const bow = between(random, -0.06, 0.06);
			return [line([lean / 2, -0.5], [bow, bow], [-lean / 2, 0.5])];
		},
	],
	"%": [
		(random) => {
			const [lean, size] = [between(random, 0.4, 0.9), between(random, 0.22, 0.42)];
			const side = lean / 2 + between(random, -0.1, 0.15);
			return [
				ring(-side, between(random, -0.4, -0.2), size, random),
				slash(lean),
				ring(side, between(random, 0.2, 0.4), size, random),
			];
		},
		// With dots, or with a ring that hangs on the slash.
		(random) => {
			const lean = between(random, 0.5, 0.9);
			return [dot(-lean / 2, -0.25, random), slash(lean), dot(lean / 2, 0.25, random)];
		},
		(random) => {
			const [lean, size] = [between(random, 0.5, 0.9), between(random, 0.25, 0.4)];
			const [x, y] = [lean / 2 - 1.15 * size, -0.5 + size / 2];
			return [
				[...arc(x, y, size, size, 0, -1.05), ...slash(lean)],
				ring(lean / 2, between(random, 0.2, 0.35), size, random),
			];
		},
	],
	"(": [
		(random) => [
			arc(0, 0, between(random, 0.3, 0.8), 1, between(random, 0.7, 0.8), between(random, 0.2, 0.3)),
		],
	],
	")": [
		(random) => [
			arc(0, 0, between(random, 0.3, 0.8), 1, between(random, -0.3, -0.2), between(random, 0.2, 0.3)),
		],
	],
	"#": [
		(random) => {
			const [apart, lean] = [between(random, 0.14, 0.22), between(random, 0, 0.25)];
			const upright = (x: number) => line([x + lean / 2, -0.5], [x - lean / 2, 0.5]);
			return [upright(-apart), upright(apart), bar(0.95, 0, -apart), bar(0.95, 0, apart)];
		},
	],
};

/** Signs as high as a digit, and those about half as high, for which every pen is thicker. */
export const TALL_SIGNS: readonly Sign[] = ["/", "%", "(", ")", "#"];
export const SMALL_SIGNS = SIGNS.filter((sign) => !TALL_SIGNS.includes(sign));

/** One of some signs as hands write it, in a box about 1 high. */
export function writtenSign(signs: readonly Sign[], random: Random): { sign: Sign; strokes: Stroke[] } {
	const sign = pick(random, signs);
	return { sign, strokes: pick(random, FORMS[sign])(random) };
}
