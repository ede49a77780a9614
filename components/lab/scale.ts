/** Maps a domain onto a range of the same direction or the other, linearly. A domain of no width maps to the middle. */
export function linearScale(
	[from, to]: readonly [number, number],
	[start, end]: readonly [number, number],
): (value: number) => number {
	return (value) =>
		to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
}

/**
 * Round numbers that cover [low, high] in about `count` steps of 1, 2 or 5 times a power of ten; the first
 * and the last enclose the interval.
 */
export function niceTicks(low: number, high: number, count = 5): number[] {
	const span = high > low ? high - low : Math.abs(high) || 1;
	const rough = span / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	// Multiplying keeps 0.3 from becoming 0.30000000000000004; rounding does the rest.
	return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
