import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { channelOf, DIRECTIONS, PEN_MAPS_SIZE, penMaps } from "../../../lib/ink/pen-maps.ts";
import { renderGlyph } from "../../../lib/ink/render.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";

const RIGHT = 1;
const DOWN_RIGHT = 2;
const DOWN = 3;
const UP = 7;

const darkest = (plane: Float32Array) => Math.max(...plane);
const ink = (plane: Float32Array) => plane.reduce((sum, value) => sum + value, 0);
const channels = (strokes: readonly Stroke[]) => {
	const maps = penMaps(strokes);
	return Array.from({ length: 1 + DIRECTIONS }, (_, channel) => channelOf(maps, channel));
};
const meanDifference = (a: Float32Array, b: Float32Array) =>
	a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;

/** Half a turn of a circle and a tail, at `count` points. */
const hook = (count: number): Stroke =>
	Array.from({ length: count }, (_, i) => {
		const t = (1.5 * i) / (count - 1);
		return t < 1
			? ([50 - 40 * Math.cos(Math.PI * t), 50 - 40 * Math.sin(Math.PI * t)] as const)
			: ([90, 50 + 120 * (t - 1)] as const);
	});

describe("the maps of ink", () => {
	it("begin with the glyph, and are blank where there is no stroke", () => {
		const [picture] = channels([hook(40)]);
		expect([...picture]).toEqual([...renderGlyph([hook(40)])]);
		expect(penMaps([])).toHaveLength(PEN_MAPS_SIZE);
		expect(penMaps([]).some((value) => value > 0)).toBe(false);
	});

	it("show a stroke on the map of its direction alone", () => {
		const down = channels([
			[
				[5, 0],
				[5, 80],
			],
		]);
		expect(down.slice(1).map(darkest)).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
		const column = 14 * GLYPH_SIDE;
		expect(down[DOWN].slice(column, column + GLYPH_SIDE).filter((value) => value > 0).length).toBeLessThan(4);
	});

	it("show what lies between two directions on both, the nearer one darker", () => {
		const angle = Math.PI / 16;
		const between = channels([
			[
				[0, 0],
				[100 * Math.cos(angle), 100 * Math.sin(angle)],
			],
		]);
		expect(darkest(between[RIGHT])).toBeCloseTo(0.75, 5);
		expect(darkest(between[DOWN_RIGHT])).toBeCloseTo(0.25, 5);
		expect(between.slice(3).every((plane) => darkest(plane) === 0)).toBe(true);
	});

	it("have a picture and no direction for a lone point", () => {
		const [picture, ...directions] = channels([[[3, 4]]]);
		expect(darkest(picture)).toBe(1);
		expect(directions.every((plane) => darkest(plane) === 0)).toBe(true);
	});

	it("are the same however many samples lie on the way", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
					minLength: 2,
					maxLength: 8,
				}),
				fc.integer({ min: 2, max: 30 }),
				(corners, between) => {
					const finer = corners.flatMap(([x, y], i) => {
						const [nextX, nextY] = corners[i + 1] ?? [x, y];
						return Array.from({ length: between }, (_, k) => {
							const share = k / between;
							return [x + share * (nextX - x), y + share * (nextY - y)] as const;
						});
					});
					expect(meanDifference(penMaps([corners]), penMaps([finer]))).toBeLessThan(1e-3);
				},
			),
		);
	});

	it("hardly tell a curve at 60 points a second from one at 240, or from one on whole pixels", () => {
		const smooth = penMaps([hook(240)]);
		const drawn = ink(smooth) / PEN_MAPS_SIZE;
		expect(meanDifference(penMaps([hook(60)]), smooth)).toBeLessThan(0.03 * drawn);
		const whole = hook(120).map(([x, y]) => [Math.round(x), Math.round(y)] as const);
		expect(meanDifference(penMaps([whole]), smooth)).toBeLessThan(0.15 * drawn);
	});

	it("do not depend on the order of strokes, nor on how often one is drawn", () => {
		const bar: Stroke = [
			[20, 60],
			[110, 70],
		];
		expect(penMaps([bar, hook(50)])).toEqual(penMaps([hook(50), bar]));
		expect(penMaps([bar, hook(50), bar])).toEqual(penMaps([bar, hook(50)]));
	});

	it("turn by half a circle when a stroke is written backwards", () => {
		const straight: Stroke = [
			[0, 0],
			[0, 100],
		];
		const forwards = channels([straight]);
		const backwards = channels([straight.toReversed()]);
		expect(backwards[0]).toEqual(forwards[0]);
		expect(meanDifference(backwards[UP], forwards[DOWN])).toBeLessThan(1e-6);

		const [there, back] = [channels([hook(200)]), channels([hook(200).toReversed()])];
		for (let k = 0; k < DIRECTIONS; k++) {
			const opposite = back[1 + ((k + DIRECTIONS / 2) % DIRECTIONS)];
			expect(meanDifference(opposite, there[1 + k])).toBeLessThan(
				0.25 * (ink(there[1 + k]) / GLYPH_SIZE) + 1e-6,
			);
		}
	});
});
