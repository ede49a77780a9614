import { formatFixed, formatNumber, t } from "../lib/browser/language.ts";

const KILO = 1000;

/** A probability as people read it, rounded down: "100 %" is never true. */
export function percent(probability: number): string {
	const value = probability * 100;
	const shown = value < 99 ? Math.floor(value) : Math.min(99.9, Math.floor(value * 10) / 10);
	return t("percent", { number: formatNumber(shown, { maximumFractionDigits: 1 }) });
}

/** A share 0..1 in percent, with the two decimals by which MNIST results differ. */
export function share(value: number): string {
	return t("percent", { number: formatFixed(value * 100, 2) });
}

/** An interval of shares. */
export function shareRange([low, high]: readonly [number, number]): string {
	return t("range", { from: share(low), to: share(high) });
}

/** A size in decimal units, as stores and file managers show it. */
export function formatBytes(bytes: number): string {
	if (bytes < KILO ** 2) return formatNumber(Math.round(bytes / KILO), { style: "unit", unit: "kilobyte" });
	return formatNumber(bytes / KILO ** 2, {
		style: "unit",
		unit: "megabyte",
		minimumFractionDigits: 1,
		maximumFractionDigits: 1,
	});
}
