import { t } from "../../lib/browser/language.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { probabilities } from "./probabilities.ts";

const DIGITS = "0123456789";

/** How probable each of the ten digits is: ten columns, the answer's marked. Without a digit all are empty. */
export function DigitBars({ digit }: { digit: ReadDigit | undefined }) {
	const values = digit ? probabilities(digit) : Array<number>(DIGITS.length).fill(0);
	return (
		<ul class="bars" aria-label={t("reading.bars")}>
			{values.map((value, index) => (
				<li class="bar" data-answer={digit?.digit === DIGITS[index]} key={DIGITS[index]}>
					<span class="bar-track" aria-hidden="true">
						<span class="bar-fill" style={{ transform: `scaleY(${value})` }} />
					</span>
					<span class="bar-name">{DIGITS[index]}</span>
					<span class="spoken">{percent(value)}</span>
				</li>
			))}
		</ul>
	);
}
