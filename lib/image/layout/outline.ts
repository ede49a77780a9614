import type { Point } from "../../geometry.ts";
import { type CellArea, countOf } from "./cell-area.ts";
import { convexHull, isInside, type Quadrilateral, quadrilateralAround } from "./quadrilateral.ts";

/** The convex hull of an area, in cells. */
export function hullOf({ columns, data }: CellArea): Point[] {
	const ends = new Map<number, [number, number]>();
	data.forEach((inside, cell) => {
		if (!inside) return;
		const [x, y] = [cell % columns, Math.floor(cell / columns)];
		const row = ends.get(y);
		if (row) row[1] = x;
		else ends.set(y, [x, x]);
	});
	const points = [...ends].flatMap(([y, [from, to]]) =>
		[from, to + 1].flatMap((x) => [y, y + 1].map((y) => [x, y] as const)),
	);
	return convexHull(points);
}

/** How much of a quadrilateral an area covers, 0..1: of the one around it a round one takes pi/4. */
export function shareOf(area: CellArea, around: Quadrilateral): number {
	const count = countOf(area);
	const covered = area.data.filter((_, cell) =>
		isInside(around, [(cell % area.columns) + 0.5, Math.floor(cell / area.columns) + 0.5]),
	).length;
	return count / Math.max(count, covered);
}

/** The same of the quadrilateral around it; 0 where there is none. */
export function squareness(area: CellArea): number {
	const around = quadrilateralAround(hullOf(area));
	return around ? shareOf(area, around) : 0;
}
