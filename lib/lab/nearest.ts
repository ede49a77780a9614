/** A row of a table of features, and how alike it is to what was asked for. */
export interface Neighbour {
	/** Index of the row. */
	readonly index: number;
	/** Cosine of the angle between both, -1..1; 1 is the same direction. */
	readonly likeness: number;
}

/**
 * The `count` rows of `features` most like `query`, most alike first. The cosine, because what a unit says is
 * which pattern it sees; how loudly depends on the ink.
 *
 * @param features rows as long as `query`, one after the other
 */
export function nearest(query: Float32Array, features: Float32Array, count: number): Neighbour[] {
	const width = query.length;
	const rows = Array.from({ length: features.length / width }, (_, index) => ({
		index,
		likeness: cosine(query, features.subarray(index * width, (index + 1) * width)),
	}));
	return rows.sort((a, b) => b.likeness - a.likeness).slice(0, count);
}

/** 0 where one of both is 0. */
function cosine(a: Float32Array, b: Float32Array): number {
	let product = 0;
	let lengthA = 0;
	let lengthB = 0;
	for (let i = 0; i < a.length; i++) {
		product += a[i] * b[i];
		lengthA += a[i] * a[i];
		lengthB += b[i] * b[i];
	}
	return product / (Math.sqrt(lengthA * lengthB) || 1);
}
