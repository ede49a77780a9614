import type { Point } from "../../../lib/geometry.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { between, pick, type Random } from "../../random.ts";

const TAU = 2 * Math.PI;

/** Points of a closed or open curve given by angle, `turns` turns long. */
const curve = (radius: (turn: number) => number, turns = 1, x = 0, y = 0): Stroke =>
	Array.from({ length: Math.ceil(28 * turns) + 1 }, (_, i): Point => {
		const turn = i / 28;
		return [x + radius(turn) * Math.cos(TAU * turn), y + radius(turn) * Math.sin(TAU * turn)];
	});

const circle = (radius = 1, x = 0, y = 0): Stroke => curve(() => radius, 1, x, y);
const line = (...points: Point[]): Stroke => points;

/** A polygon of `corners` corners; every second one drawn in by `waist` makes a star. */
const polygon = (corners: number, waist = 1): Stroke =>
	Array.from({ length: corners + 1 }, (_, i): Point => {
		const radius = i % 2 ? waist : 1;
		return [radius * Math.sin((TAU * i) / corners), -radius * Math.cos((TAU * i) / corners)];
	});

const rectangle = (width: number, height: number): Stroke =>
	line([-width, -height], [width, -height], [width, height], [-width, height], [-width, -height]);

/** What people draw that is neither letter nor digit, in units of about 1. */
const SHAPES: readonly ((random: Random) => Stroke[])[] = [
	(random) => [rectangle(1, between(random, 0.5, 1.4))],
	() => [polygon(3)],
	() => [polygon(10, 0.4)],
	() => [line([0, -1], [0.6, 0.8], [-0.95, -0.3], [0.95, -0.3], [-0.6, 0.8], [0, -1])],
	() => [polygon(6)],
	() => [circle(), line([-0.7, -0.7], [0.7, 0.7]), line([-0.7, 0.7], [0.7, -0.7])],
	() => [circle(), line([-1, 0], [1, 0]), line([0, -1], [0, 1])],
	() => [rectangle(1, 1), line([-0.7, -0.7], [0.7, 0.7]), line([-0.7, 0.7], [0.7, -0.7])],
	() => [rectangle(1, 1), line([-0.6, 0], [-0.1, 0.5], [0.8, -0.8])],
	() => [circle(), circle(0.45)],
	() => [circle(), circle(0.12, -0.4, -0.3), circle(0.12, 0.4, -0.3), curve(() => 0.55, 0.5)],
	() => [curve((turn) => 0.1 + turn * 0.33, 2.8)],
	() => [curve((turn) => 0.6 + 0.4 * Math.cos(5 * TAU * turn))],
	() => [line([-1, 0], [1, 0]), line([0.5, -0.5], [1, 0], [0.5, 0.5])],
	() => [line([0, -1], [0, 1]), line([-0.5, -0.5], [0, -1], [0.5, -0.5])],
	() => [line([0, -1], [0, 1]), line([-0.5, 0.5], [0, 1], [0.5, 0.5])],
	() => [line([-0.9, 0], [-0.3, 0.7], [1, -0.9])],
	() => [line([-1, 0], [1, 0])],
	() => [line([-1, -0.4], [1, -0.4]), line([-1, 0.4], [1, 0.4])],
	() => [line([-1, 0], [1, 0]), line([0, -1], [0, 1])],
	() => [line([-1, -1], [1, 1]), line([-1, 1], [1, -1])],
	() => [line([-1, 0], [1, 0]), line([0, -0.6]), line([0, 0.6])],
	() => [line([0, 0])],
	() => [line([0, -0.8]), line([0, 0.8])],
	() => [line([-1, 0]), line([0, 0]), line([1, 0])],
	() => [line([-1, 0.5], [0, -0.6], [1, 0.5])],
	() => [line([-1, -0.5], [0, 0.6], [1, -0.5])],
	() => [line([-1, 0.4], [-0.5, -0.4], [0, 0.4], [0.5, -0.4], [1, 0.4])],
	() => [line([0, -1], [0, 1]), line([-0.9, -0.5], [0.9, 0.5]), line([-0.9, 0.5], [0.9, -0.5])],
	() => [
		line([-0.4, -1], [-0.4, 1]),
		line([0.4, -1], [0.4, 1]),
		line([-1, -0.4], [1, -0.4]),
		line([-1, 0.4], [1, 0.4]),
	],
	() => [
		Array.from({ length: 29 }, (_, i): Point => {
			const t = (TAU * i) / 28;
			return [
				16 * Math.sin(t) ** 3,
				-13 * Math.cos(t) + 5 * Math.cos(2 * t) + 2 * Math.cos(3 * t) + Math.cos(4 * t),
			];
		}),
	],
	() => [
		rectangle(0.7, 0.7),
		line([-0.3, -0.3], [1.1, -0.3], [1.1, 1.1], [-0.3, 1.1], [-0.3, -0.3]),
		line([-0.7, -0.7], [-0.3, -0.3]),
		line([0.7, -0.7], [1.1, -0.3]),
		line([0.7, 0.7], [1.1, 1.1]),
	],
	() => [line([-1, 0.9], [-1, -0.2], [0, -1], [1, -0.2], [1, 0.9], [-1, 0.9])],
	() => [rectangle(1, 1), line([0, -1], [0, 1]), line([-1, 0], [1, 0])],
	(random) => [
		Array.from({ length: 30 }, (_, i): Point => [i / 10, between(random, 0.3, 0.5) * Math.sin(i / 2)]),
	],
];

/** One of some thirty simple drawings: frames, stars, arrows, ticks, operators, faces, a heart, a spiral. */
export function shape(random: Random): Stroke[] {
	return pick(random, SHAPES)(random);
}
