import { t } from "../lib/browser/language.ts";
import type { FieldFit } from "../lib/field-fit.ts";

/** What of the number does not go into the field of the page, said before. Empty where all of it does. */
export function fieldSentence({ text, isCut, isOdd }: FieldFit): string {
	if (text === "") return t("panel.fieldNone");
	return [isCut && t("panel.fieldCut", { text }), isOdd && t("panel.fieldOdd")].filter(Boolean).join(" ");
}
