/** What a field of a page takes. */
export interface FieldLimits {
	/** Whether it takes several lines. */
	readonly hasLines: boolean;
	/** Whether it takes a number only, as `<input type="number">` does. */
	readonly isNumber: boolean;
	/** What stands in it before and behind the caret. */
	readonly before: string;
	readonly behind: string;
	/** How many characters it takes. */
	readonly most?: number;
	/** Whether it is a row of fields of one digit each, and takes nothing else. */
	readonly isRow?: true;
	/** What all of it must be, a regular expression as in the attribute of that name. */
	readonly pattern?: string;
}

/** What goes into a field of a number. */
export interface FieldFit {
	readonly text: string;
	/** Whether digits of it stay out, or it may mean another number there. */
	readonly isCut: boolean;
	/** Whether the field asks for another form than it then has. */
	readonly isOdd: boolean;
}

/** What of a number, which may have lines and cells, goes into a field, and how. */
export function fitField(number: string, limits: FieldLimits): FieldFit {
	const { hasLines, isNumber, isRow, before, behind, most, pattern } = limits;
	const inOneLine = hasLines ? number : number.replaceAll(/[\t\n]/g, " ");
	const written = isRow ? digitsOf(number) : isNumber ? asNumber(number) : inOneLine;
	const room = most === undefined ? Infinity : Math.max(0, most - before.length - behind.length);
	const text = written.slice(0, room);
	return {
		text,
		isCut: digitsOf(text) !== digitsOf(number) || (isNumber && THOUSANDS.test(text)),
		isOdd: pattern !== undefined && text !== "" && !fits(before + text + behind, pattern),
	};
}

/** The first number of a text as HTML writes numbers: gaps between its digits go, a comma before decimals is a point. */
function asNumber(text: string): string {
	const [line] = text.trim().split(/[\t\n]/, 1);
	const [found = ""] = /[+-]?\d(?:[\d ]*\d)?(?:[.,]\d+)?/.exec(line) ?? [];
	return found.replaceAll(" ", "").replace(",", ".").replace("+", "");
}

/** What a person may have written for thousands is a fraction to HTML. */
const THOUSANDS = /\.\d{3}$/;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

/** As browsers test it (HTML, "The pattern attribute"); a pattern that is none asks for nothing. */
function fits(value: string, pattern: string): boolean {
	try {
		return new RegExp(`^(?:${pattern})$`, "v").test(value);
	} catch {
		return true;
	}
}
