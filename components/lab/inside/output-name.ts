import { t } from "../../../lib/browser/language.ts";
import { DIGITS, EXTRA_OUTPUTS } from "../../../lib/models/outputs.ts";

const EXTRA: Record<(typeof EXTRA_OUTPUTS)[number], () => string> = {
	"not-a-digit": () => t("lab.output.notADigit"),
	"several-digits": () => t("lab.output.severalDigits"),
};

/** What an output of a network that answers on glyphs stands for. */
export function outputName(index: number): string {
	return index < DIGITS ? String(index) : (EXTRA[EXTRA_OUTPUTS[index - DIGITS]]?.() ?? String(index));
}
