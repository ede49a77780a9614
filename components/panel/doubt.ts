import { signal } from "@preact/signals";
import { formatNumber, t } from "../../lib/browser/language.ts";
import { DEFAULT_SETTINGS } from "../../lib/settings.ts";

/** Below this calibrated probability a digit is worth a second look. The same everywhere, as the person set it. */
export const doubtBelow = signal(DEFAULT_SETTINGS.panel.doubtBelow);

export const isDoubtful = (confidence: number): boolean => confidence < doubtBelow.value;

/** A probability as people read it, rounded down: "100 %" is never true. */
export function percent(probability: number): string {
	const value = probability * 100;
	const shown = value < 99 ? Math.floor(value) : Math.min(99.9, Math.floor(value * 10) / 10);
	return t("percent", { number: formatNumber(shown, { maximumFractionDigits: 1 }) });
}
