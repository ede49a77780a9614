/** Below this calibrated probability a digit is worth a second look. */
const SURE = 0.9;

export const isDoubtful = (confidence: number): boolean => confidence < SURE;

/** A probability as people read it; never "100 %", since nothing is. */
export function percent(probability: number): string {
	const value = probability * 100;
	if (value > 99.9) return "over 99.9 %";
	return `${value >= 99 ? value.toFixed(1) : Math.round(value)} %`;
}
