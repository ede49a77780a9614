import type { Reading } from "../../lib/reading.ts";
import { isDoubtful, percent } from "./doubt.ts";

/** How sure the reading is, in one sentence. Empty when there are no digits. */
export function certainty({ digits }: Reading): string {
	if (digits.length === 0) return "";
	const doubtful = digits.filter(({ confidence }) => isDoubtful(confidence)).length;
	const least = percent(Math.min(...digits.map(({ confidence }) => confidence)));
	if (doubtful === 0)
		return digits.length === 1 ? `Sure to ${least}.` : `Each digit is sure to ${least} or more.`;
	if (digits.length === 1) return `Doubtful: sure to ${least} only.`;
	return `${doubtful} of ${digits.length} digits ${doubtful === 1 ? "is" : "are"} doubtful. Click one to change it.`;
}

/** What was seen and not read, in one sentence. Empty when nothing was left out. */
export function leftOut({ rejected }: Reading): string {
	const count = rejected.length;
	if (count === 0) return "";
	const unsure = rejected.filter(({ reason }) => reason === "unsure").length;
	if (unsure === count)
		return count === 1 ? "Left out: one mark, too unsure." : `Left out: ${count} marks, too unsure.`;
	return count === 1
		? "Left out: one mark that is no digit."
		: `Left out: ${count} marks that are no digits.`;
}

/** What to say when there is nothing to show. */
export function nothingFound({ rejected }: Reading): string {
	return rejected.length === 0
		? "No writing was found here. Select a region closely around the digits."
		: "There are marks here, but none of them looks like a digit.";
}
