import type { Point } from "../../../lib/geometry.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { between, normal, pick, type Random } from "../../random.ts";

/** A pen that wanders: direction and turn change by a random walk. */
function wander(steps: number, turning: number, random: Random): Stroke {
	let [x, y, heading, turn] = [random(), random(), between(random, 0, 2 * Math.PI), 0];
	return Array.from({ length: steps }, (): Point => {
		turn = 0.8 * turn + turning * normal(random);
		heading += turn;
		// Turned back where it would leave the square.
		if (x < 0 || x > 1 || y < 0 || y > 1) heading = Math.atan2(0.5 - y, 0.5 - x);
		x += 0.1 * Math.cos(heading);
		y += 0.1 * Math.sin(heading);
		return [x, y];
	});
}

/** Straight lines from one random point to the next. */
function zigzag(corners: number, random: Random): Stroke {
	return Array.from({ length: corners }, (): Point => [random(), random()]);
}

/** Strokes without meaning: long curls, zigzags, several strokes across each other, hatching. */
export function scribble(random: Random): Stroke[] {
	const count = (low: number, high: number) => Math.floor(between(random, low, high + 1));
	switch (count(0, 4)) {
		case 0:
			return [wander(count(40, 110), between(random, 0.15, 0.5), random)];
		case 1:
			return [zigzag(count(6, 12), random)];
		case 2:
			return Array.from({ length: count(3, 6) }, () =>
				wander(count(6, 25), between(random, 0.05, 0.4), random),
			);
		case 3:
			return Array.from({ length: count(4, 8) }, () => zigzag(count(2, 3), random));
		default: {
			const lines = count(4, 8);
			const slant = between(random, -0.4, 0.4);
			return Array.from({ length: lines }, (_, i): Stroke => {
				const at = i / lines + 0.03 * normal(random);
				return pick(random, [true, false])
					? [
							[at, 0],
							[at + slant, 1],
						]
					: [
							[at, random() * 0.3],
							[at + slant, between(random, 0.7, 1)],
						];
			});
		}
	}
}
