import type { Point } from "../../../lib/geometry.ts";
import { inkBounds, type Stroke } from "../../../lib/ink/stroke.ts";
import { between, normal, type Random } from "../../random.ts";
import { type Bending, randomLinear } from "./warp.ts";

/** A slow wave across the writing: what a hand does differently from one time to the next. */
interface Wave {
	readonly amplitude: number;
	readonly alongX: number;
	readonly alongY: number;
	readonly phase: number;
}

function randomWaves(amplitude: number, random: Random): Wave[] {
	return Array.from({ length: 3 }, () => ({
		amplitude: (amplitude * normal(random)) / Math.sqrt(3),
		alongX: between(random, -6, 6),
		alongY: between(random, -6, 6),
		phase: between(random, 0, 2 * Math.PI),
	}));
}

const sumAt = (waves: readonly Wave[], x: number, y: number) =>
	waves.reduce(
		(sum, { amplitude, alongX, alongY, phase }) =>
			sum + amplitude * Math.sin(alongX * x + alongY * y + phase),
		0,
	);

/** Splits long segments, so that straight lines can bend too. `step` in units of the ink's longer side. */
export function refine(stroke: Stroke, step: number): Point[] {
	const points: Point[] = [stroke[0]];
	for (let i = 1; i < stroke.length; i++) {
		const [[x0, y0], [x1, y1]] = [stroke[i - 1], stroke[i]];
		const parts = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / step));
		for (let part = 1; part <= parts; part++)
			points.push([x0 + ((x1 - x0) * part) / parts, y0 + ((y1 - y0) * part) / parts]);
	}
	return points;
}

/** The same writing by a hand that leans, squeezes, wavers and trembles differently. Longer side 1 afterwards. */
export function bendStrokes(
	strokes: readonly Stroke[],
	bending: Bending,
	tremble: number,
	random: Random,
): Stroke[] {
	const { x, y, width, height } = inkBounds(strokes);
	const longer = Math.max(width, height) || 1;
	const [a, b, c, d] = randomLinear(bending, random);
	const wavesX = randomWaves(1.6 * bending.elastic, random);
	const wavesY = randomWaves(1.6 * bending.elastic, random);
	return strokes.map((stroke) => {
		const unit = stroke.map(
			([px, py]): Point => [(px - x - width / 2) / longer, (py - y - height / 2) / longer],
		);
		return refine(unit, 0.12).map(([u, v]): Point => {
			const bentX = u + sumAt(wavesX, u, v) + tremble * normal(random);
			const bentY = v + sumAt(wavesY, u, v) + tremble * normal(random);
			return [a * bentX + b * bentY, c * bentX + d * bentY];
		});
	});
}
