/** A place, and how bright it is there. */
export type Lit = readonly [x: number, y: number, level: number];

/** Brightness that changes evenly over a picture, as light falls on something plain: a plane, within bounds. */
export interface Ground {
	readonly level: number;
	readonly across: number;
	readonly down: number;
	readonly least: number;
	readonly most: number;
}

export const levelAt = ({ level, across, down, least, most }: Ground, x: number, y: number) =>
	Math.max(least, Math.min(most, level + across * x + down * y));

/** The plane through places that leaves the least squares, never darker or brighter than they are: most are in a row. */
export function groundThrough(places: readonly Lit[]): Ground {
	const count = Math.max(1, places.length);
	const [x, y, level] = [0, 1, 2].map((k) => places.reduce((sum, place) => sum + place[k], 0) / count);
	let [xx, xy, yy, xl, yl] = [0, 0, 0, 0, 0];
	for (const place of places) {
		const [dx, dy, dl] = [place[0] - x, place[1] - y, place[2] - level];
		xx += dx * dx;
		xy += dx * dy;
		yy += dy * dy;
		xl += dx * dl;
		yl += dy * dl;
	}
	const determinant = xx * yy - xy * xy;
	const isTold = determinant > 1e-6 * xx * yy;
	const across = isTold ? (xl * yy - yl * xy) / determinant : 0;
	const down = isTold ? (yl * xx - xl * xy) / determinant : 0;
	const sorted = places.map((place) => place[2]).sort((a, b) => a - b);
	return {
		level: level - across * x - down * y,
		across,
		down,
		least: sorted[Math.floor(TRIMMED * (count - 1))] ?? 0,
		most: sorted[Math.ceil((1 - TRIMMED) * (count - 1))] ?? 0,
	};
}

/** This share of the places at both ends may be something else. */
const TRIMMED = 0.05;
