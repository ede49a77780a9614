/** Below this calibrated probability a digit is worth a second look. */
const SURE = 0.9;

export const isDoubtful = (confidence: number): boolean => confidence < SURE;

/** A probability as people read it, rounded down: "100 %" is never true. */
export function percent(probability: number): string {
	const value = probability * 100;
	return value < 99 ? `${Math.floor(value)} %` : `${Math.min(99.9, Math.floor(value * 10) / 10)} %`;
}
