import { pick, type Random } from "../../random.ts";

/**
 * What is written in a line: digits; "." "," "-" "=" "/" "~" (a flourish) and " ", which are nothing; "a" for any letter
 * and "$" for any sign, which are characters but no digits; "'" before cents that are written small and high.
 */
export type LineText = string;

const digit = (random: Random) => String(Math.floor(10 * random()));

/** Digits, with more ones at the front and more zeros at the end than chance has. */
function digits(count: number, random: Random): string {
	const zeros = random() < 0.45 ? Math.min(count - 1, Math.floor(5 * random())) : 0;
	const some = Array.from({ length: count - zeros }, () => digit(random)).join("");
	// Pairs of equal digits are hard to keep apart.
	const doubled = random() < 0.2 ? some.replace(/(.)./, "$1$1") : some;
	return (random() < 0.12 ? `1${doubled.slice(1)}` : doubled) + "0".repeat(zeros);
}

/** Groups of three with a mark between them, from the right. */
const grouped = (number: string, mark: string) => number.replace(/\B(?=(\d{3})+$)/g, mark);

/** How amounts end, so that nothing can be added. */
const ENDS = [".-", "-", ".-", ",-", "=", ".--", "--", ".=", ".", ".", ".", "/", " -", "~", ".~", "~"];

/** A number of about `count` digits as people write it. */
export function numberText(count: number, random: Random): LineText {
	const kind = random();
	if (kind < 0.28) return digits(count, random);
	if (kind < 0.8) {
		const amount = grouped(digits(count, random), pick(random, [".", ".", ".", ".", ",", " ", "", ". "]));
		const start = random() < 0.12 ? pick(random, ["$", "$", "-", "=", "$ "]) : "";
		return start + amount + (random() < 0.5 ? pick(random, ENDS) : "");
	}
	if (kind < 0.87) {
		const cents = `'${digit(random)}${random() < 0.5 ? "0" : digit(random)}`;
		return grouped(digits(Math.max(1, count - 2), random), pick(random, [".", ""])) + cents;
	}
	if (kind < 0.92) {
		const at = 1 + Math.floor(random() * Math.max(1, count - 1));
		const number = digits(count, random);
		return `${number.slice(0, at)}${pick(random, [".", ",", "-", "/", " "])}${number.slice(at)}`;
	}
	if (kind < 0.96)
		return Array.from({ length: count }, () => (random() < 0.4 ? "a" : digit(random))).join("");
	// A picture of one letter is a line too.
	return "a".repeat(random() < 0.6 ? 1 + Math.floor(2 * random()) : count);
}
