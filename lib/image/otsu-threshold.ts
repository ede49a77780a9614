/** The level that parts levels 0..255 so that both sides differ most from each other (Otsu 1979). */
export function otsuThreshold(levels: Iterable<number>): number {
	const counts = new Float64Array(256);
	let [count, total] = [0, 0];
	for (const level of levels) {
		counts[Math.round(level)]++;
		count++;
		total += level;
	}
	let [below, sum, best, most] = [0, 0, 0, -1];
	for (let level = 0; level < 255; level++) {
		below += counts[level];
		sum += level * counts[level];
		const above = count - below;
		if (below === 0 || above === 0) continue;
		const between = below * above * (sum / below - (total - sum) / above) ** 2;
		if (between > most) [most, best] = [between, level];
	}
	return best;
}
