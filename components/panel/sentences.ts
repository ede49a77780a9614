import { formatNumber, t } from "../../lib/browser/language.ts";
import { type ReadDigit, type Reading, unread } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { isTooMuch } from "../reading/words.ts";

/**
 * How sure the reading is, in one sentence; what a person has put right is not in doubt. Empty when there are no
 * digits.
 */
export function certainty(
	{ digits }: { readonly digits: readonly (ReadDigit & { readonly corrected?: boolean })[] },
	doubtBelow: number,
	isEdited = false,
): string {
	const said = isEdited ? `${t("number.byYou")} ` : "";
	return (
		said +
		sureness(
			digits.filter(({ corrected }) => !corrected),
			doubtBelow,
			isEdited,
		)
	).trim();
}

function sureness(digits: readonly ReadDigit[], doubtBelow: number, isRest: boolean): string {
	if (digits.length === 0) return "";
	const doubtful = digits.filter(({ confidence }) => confidence < doubtBelow).length;
	const least = percent(Math.min(...digits.map(({ confidence }) => confidence)));
	if (doubtful === 0 && isRest) return t("panel.restSure", digits.length, { least });
	if (doubtful === 0) return t("panel.sure", digits.length, { least });
	if (digits.length === 1) return t("panel.unsure", { least });
	return t("panel.doubtful", doubtful, { all: digits.length });
}

/** What was seen and not read, in one sentence. Empty when nothing was left out. */
export function leftOut(reading: Reading): string {
	const pieces = unread(reading);
	const count = pieces.length;
	if (count === 0) return "";
	if (isTooMuch(reading)) return t("panel.leftOutMany", { count: formatNumber(count) });
	const unsure = pieces.filter(({ reason }) => reason === "unsure").length;
	return unsure === count ? t("panel.leftOutUnsure", count) : t("panel.leftOut", count);
}

/** What to say when there is nothing to show. */
export function nothingFound(reading: Reading): string {
	if (isTooMuch(reading)) return t("panel.tooMuch");
	if (reading.rejected.length === 0) return t("panel.noWriting");
	const isNone = reading.rejected.every(({ reason }) => reason === "not-a-digit" || reason === "blank");
	return isNone ? t("panel.noDigit") : t("panel.unclear");
}
