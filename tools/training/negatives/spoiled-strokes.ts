import type { Point } from "../../../lib/geometry.ts";
import { inkBounds, type Stroke } from "../../../lib/ink/stroke.ts";
import { pick, type Random } from "../../random.ts";
import { type Mutilation, SPOILS } from "./mutilations.ts";

/** As `mutilate` does to pictures: a written digit mirrored, turned by a quarter or halved, so that it is no digit any more. */
export function spoilStrokes(strokes: readonly Stroke[], digit: number, random: Random): Stroke[] {
	const { x, y, width, height } = inkBounds(strokes);
	const [middleX, middleY] = [x + width / 2, y + height / 2];
	const move = (to: (dx: number, dy: number) => Point) =>
		strokes.map((stroke) => stroke.map(([px, py]) => to(px - middleX, py - middleY)));
	const keep = (inside: (point: Point) => boolean) => strokes.flatMap((stroke) => runs(stroke, inside));
	const turns: Record<Mutilation, () => Stroke[]> = {
		mirror: () => move((dx, dy) => [-dx, dy]),
		turn: () => (random() < 0.5 ? move((dx, dy) => [-dy, dx]) : move((dx, dy) => [dy, -dx])),
		top: () => keep(([, py]) => py < middleY),
		bottom: () => keep(([, py]) => py >= middleY),
		left: () => keep(([px]) => px < middleX),
	};
	return turns[pick(random, SPOILS[digit])]();
}

/** The parts of a stroke whose points are inside. */
function runs(stroke: Stroke, inside: (point: Point) => boolean): Stroke[] {
	const found: Point[][] = [];
	let isInside = false;
	for (const point of stroke) {
		const was = isInside;
		isInside = inside(point);
		if (isInside && !was) found.push([]);
		if (isInside) found[found.length - 1].push(point);
	}
	return found;
}
