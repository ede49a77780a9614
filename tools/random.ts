/** Uniform numbers in [0, 1), the same again for the same seed. */
export type Random = () => number;

/** Mixes whole numbers into one well-spread 32-bit seed (the finaliser of MurmurHash3). */
function mix(numbers: readonly number[]): number {
	let hash = 0x9e3779b9;
	for (const number of numbers) {
		hash = Math.imul(hash ^ number, 0x85ebca6b);
		hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
		hash ^= hash >>> 16;
	}
	return hash >>> 0;
}

/** A generator seeded by whole numbers, e.g. seed, epoch and position. */
export function createRandom(...seeds: number[]): Random {
	return mulberry32(mix(seeds));
}

/** A generator that begins in this state (Mulberry32, T. Ettinger 2017). */
export function mulberry32(state: number): Random {
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let word = Math.imul(state ^ (state >>> 15), state | 1);
		word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
		return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Uniform in [low, high). */
export function between(random: Random, low: number, high: number): number {
	return low + (high - low) * random();
}

/** Standard normal (Box and Muller 1958). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One member of a list that is not empty. */
export function pick<T>(random: Random, list: ArrayLike<T>): T {
	return list[Math.floor(random() * list.length)];
}

/** 0 .. count-1 in random order (Fisher and Yates). */
export function shuffledIndices(random: Random, count: number): Uint32Array {
	const order = Uint32Array.from({ length: count }, (_, index) => index);
	for (let i = count - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j], order[i]];
	}
	return order;
}
