/**
 * What reading a picture may still cost, in glyphs that are classified: every stage takes what it needs from it, and
 * one that would be only another try is left out where it is not to be had. So no picture takes long, whatever is on it.
 */
export interface Effort {
	left: number;
}

/** About a second and a half of one core: as much as a page of five hundred digits needs. */
export const MOST_EFFORT = 2200;

/** What a sign of a glyph and a pixel of a strip cost, in glyphs. */
export const SIGN_EFFORT = 0.3;
export const STRIP_EFFORT = 0.1;

/** As many of some works, in their order, as can be done. */
export function affordable<Work>(
	works: readonly Work[],
	costOf: (work: Work) => number,
	{ left }: Effort,
): Work[] {
	let rest = left;
	return works.filter((work) => {
		const cost = costOf(work);
		if (cost > rest) return false;
		rest -= cost;
		return true;
	});
}
