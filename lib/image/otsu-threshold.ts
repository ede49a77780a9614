/** How often each of the levels 0..255 occurs. */
export function histogramOf(levels: Iterable<number>): Float64Array {
	const counts = new Float64Array(256);
	for (const level of levels) counts[Math.round(level)]++;
	return counts;
}

/** What parts levels, and how far apart the means of both sides are. */
export interface Parting {
	/** The highest of the lower levels. */
	readonly level: number;
	readonly step: number;
	/** How many are below, it included. */
	readonly below: number;
}

/** The level of those `from`..`to` that parts them so that both sides differ most from each other (Otsu 1979). */
export function otsuThreshold(counts: Float64Array, from = 0, to = 255): Parting {
	let [count, total] = [0, 0];
	for (let level = from; level <= to; level++) {
		count += counts[level];
		total += level * counts[level];
	}
	let best: Parting = { level: from, step: 0, below: 0 };
	let [below, sum, most] = [0, 0, -1];
	for (let level = from; level < to; level++) {
		below += counts[level];
		sum += level * counts[level];
		const above = count - below;
		if (below === 0 || above === 0) continue;
		const step = (total - sum) / above - sum / below;
		const between = below * above * step ** 2;
		if (between > most) [most, best] = [between, { level, step, below }];
	}
	return best;
}
