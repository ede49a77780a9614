/** exp(logit / temperature), normalised to the sum 1. */
export function softmax(logits: Float32Array, temperature = 1): Float32Array {
	const top = Math.max(...logits);
	const powers = logits.map((logit) => Math.exp((logit - top) / temperature));
	const sum = powers.reduce((total, power) => total + power, 0);
	return powers.map((power) => power / sum);
}

/** One answer: how probable it was said to be, and whether it was right. */
export interface Answer {
	readonly confidence: number;
	readonly right: boolean;
}

/** The answers whose confidence lies in one interval of the reliability diagram. */
export interface ReliabilityBin {
	/** Lower and upper end of the interval, 0..1. */
	readonly from: number;
	readonly to: number;
	readonly count: number;
	/** Means over the bin's answers; 0 in an empty bin. */
	readonly confidence: number;
	readonly accuracy: number;
}

/** The reliability diagram of `answers` in bins of equal width. */
export function reliabilityBins(answers: readonly Answer[], bins = 15): ReliabilityBin[] {
	const members: Answer[][] = Array.from({ length: bins }, () => []);
	for (const answer of answers)
		members[Math.min(bins - 1, Math.floor(answer.confidence * bins))].push(answer);
	return members.map((bin, i) => ({
		from: i / bins,
		to: (i + 1) / bins,
		count: bin.length,
		confidence: bin.reduce((sum, { confidence }) => sum + confidence, 0) / (bin.length || 1),
		accuracy: bin.filter(({ right }) => right).length / (bin.length || 1),
	}));
}

/** Expected calibration error (Guo et al. 2017): mean distance of accuracy and confidence over all answers, 0..1. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
	const total = bins.reduce((sum, { count }) => sum + count, 0);
	const gap = bins.reduce(
		(sum, { count, accuracy, confidence }) => sum + count * Math.abs(accuracy - confidence),
		0,
	);
	return gap / (total || 1);
}

/**
 * Mean cross-entropy of `labels` under softmax(logits / temperature); `logits` is count x classes. Labels that are
 * no class do not count.
 */
export function crossEntropy(logits: Float32Array, labels: ArrayLike<number>, temperature = 1): number {
	const classes = logits.length / labels.length;
	let [sum, count] = [0, 0];
	for (let i = 0; i < labels.length; i++) {
		if (labels[i] >= classes) continue;
		const row = softmax(logits.subarray(i * classes, (i + 1) * classes), temperature);
		sum -= Math.log(Math.max(row[labels[i]], 1e-12));
		count++;
	}
	return sum / count;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The temperature from 1/8 to 8 with the least cross-entropy. */
export const fitTemperature = (logits: Float32Array, labels: ArrayLike<number>): number =>
	bestTemperature((temperature) => crossEntropy(logits, labels, temperature));

/** The temperature from 1/8 to 8 with the least loss, which has one minimum: golden-section search. */
export function bestTemperature(lossAt: (temperature: number) => number): number {
	const loss = (power: number) => lossAt(2 ** power);
	let [low, high] = [-3, 3];
	while (high - low > 1e-3) {
		const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
		if (loss(left) < loss(right)) high = right;
		else low = left;
	}
	return 2 ** ((low + high) / 2);
}
