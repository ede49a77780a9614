import { createI18n } from "@wxt-dev/i18n";
import { browser } from "wxt/browser";
import type { GeneratedI18nStructure } from "#i18n";
import { type Sentence, sentenceIn } from "../user-error.ts";

const { t: words } = createI18n<GeneratedI18nStructure>();

/** What was said last. More is not needed: panels say much the same again and again. */
const said = new Map<string, string>();
const MOST_SAID = 500;

/**
 * The words of a key of `locales/`, in the person's language if there is a file for it, else in English. A script that
 * outlived its extension has only those that it said before; others are empty there.
 */
export const t = ((...asked: unknown[]) => {
	const id = JSON.stringify(asked);
	try {
		const sentence = (words as (...asked: unknown[]) => string)(...asked);
		if (said.size >= MOST_SAID) said.delete(said.keys().next().value!);
		said.set(id, sentence);
		return sentence;
	} catch (error) {
		if (browser.runtime?.id !== undefined) throw error;
		return said.get(id) ?? "";
	}
}) as typeof words;

/** The words of an error that people see; of any other one its message. */
export function sentenceOf(error: unknown): string {
	const sentence = sentenceIn(error);
	if (sentence) return inWords(sentence);
	return error instanceof Error ? error.message : String(error);
}

function inWords({ key, values = {} }: Sentence): string {
	const written = Object.entries(values).map(([name, value]) => [
		name,
		typeof value === "number" ? formatNumber(value) : value,
	]);
	// Which values a key needs was checked where the sentence was made.
	return (t as (key: string, values: Record<string, string>) => string)(key, Object.fromEntries(written));
}

/** The language of the words with the region of the person, for numbers and dates (BCP 47). */
export function locale(): string {
	const words = t("language");
	// Who has outlived the extension has nobody to ask.
	const wanted = browser.runtime?.id === undefined ? words : browser.i18n.getUILanguage();
	return wanted.split("-")[0] === words ? wanted : words;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as it is written in the person's language. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
	const id = JSON.stringify(options);
	// Making a format takes a hundred times as long as using it.
	const format = formats.get(id) ?? new Intl.NumberFormat(locale(), options);
	formats.set(id, format);
	return format.format(value);
}

/** A size in whole mebibytes, rounded up. */
export function formatMegabytes(bytes: number): string {
	return formatNumber(Math.ceil(bytes / 2 ** 20), { style: "unit", unit: "megabyte" });
}

/** A number with so many decimals, no fewer either. */
export function formatFixed(value: number, decimals: number): string {
	return formatNumber(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A number with so many significant figures. */
export function formatFigures(value: number, figures: number): string {
	return formatNumber(value, { minimumSignificantDigits: figures, maximumSignificantDigits: figures });
}

/** A count in as few characters as the language allows, such as 9.9K. */
export function formatCompact(value: number): string {
	return formatNumber(value, { notation: "compact", maximumSignificantDigits: 2 });
}

/** Says in which language a page, or a part of one, is written. */
export function markLanguage(element: HTMLElement): void {
	element.lang = t("language");
	element.dir = t("direction");
}
