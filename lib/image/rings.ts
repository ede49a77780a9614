import { type Box, bottom, right } from "../geometry.ts";
import type { Blob } from "./components.ts";

/** A ring is thin: no more of its box is ink. */
const MOST_INK = 0.35;
/** What it is drawn around is at least so high as a share of it: more than a speck in a digit. */
const LEAST_HEIGHT = 0.3;
/**
 * So much of the height of what is inside has the ring on both sides, or of its width above and below; of the other
 * less: rings stay open a little.
 */
const AROUND = 0.8;
const OPEN = 0.4;
/** Only so many of the largest blobs are looked at. */
const MOST_RINGS = 12;

/** The blobs without the rings and frames that were drawn around others: no digit holds one that it does not touch. */
export function withoutRings(blobs: readonly Blob[]): readonly Blob[] {
	const largest = [...blobs]
		.sort((a, b) => b.box.height * b.box.width - a.box.height * a.box.width)
		.slice(0, MOST_RINGS);
	const rings = new Set(
		largest.filter(
			(ring) =>
				ring.area <= MOST_INK * ring.box.width * ring.box.height &&
				blobs.some(({ box }) => box.height >= LEAST_HEIGHT * ring.box.height && goesAround(ring, box)),
		),
	);
	return rings.size === 0 ? blobs : blobs.filter((blob) => !rings.has(blob));
}

function goesAround({ box, runs }: Blob, inner: Box): boolean {
	if (inner.x <= box.x || inner.y <= box.y || right(inner) >= right(box) || bottom(inner) >= bottom(box))
		return false;
	const [before, after] = [new Set<number>(), new Set<number>()];
	const [above, below] = [new Set<number>(), new Set<number>()];
	for (const [y, from, to] of runs) {
		const isAbove = y < inner.y;
		if (isAbove || y >= bottom(inner)) {
			const side = isAbove ? above : below;
			for (let x = Math.max(from, inner.x); x < Math.min(to, right(inner)); x++) side.add(x);
		} else if (to <= inner.x) before.add(y);
		else if (from >= right(inner)) after.add(y);
		else return false;
	}
	const [down, across] = [Math.min(before.size, after.size), Math.min(above.size, below.size)];
	const shares = [down / inner.height, across / inner.width];
	return Math.max(...shares) >= AROUND && Math.min(...shares) >= OPEN;
}
