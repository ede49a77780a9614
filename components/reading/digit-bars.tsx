import { t } from "../../lib/browser/language.ts";
import { DIGITS } from "../../lib/models/outputs.ts";
import { percent } from "../numbers.ts";
import type { Seen } from "./seen.ts";

/** How probable each of the ten digits is, and that it is none: columns, the answer's marked. Without anything seen all are empty. */
export function DigitBars({ seen }: { readonly seen: Seen | null }) {
	const values = seen?.digits ?? Array<number>(DIGITS).fill(0);
	const answer = seen && !seen.refused ? Number(seen.best) : null;
	return (
		<ul class="bars" aria-label={t("reading.bars")}>
			{values.map((value, digit) => (
				<Bar key={digit} name={String(digit)} value={value} isAnswer={answer === digit} />
			))}
			<Bar
				name={t("reading.none")}
				said={t("reading.notADigit")}
				value={seen?.none ?? 0}
				isAnswer={seen?.refused?.reason === "not-a-digit" || seen?.refused?.reason === "several-digits"}
			/>
		</ul>
	);
}

interface BarProps {
	readonly name: string;
	/** The same in more words. */
	readonly said?: string;
	readonly value: number;
	readonly isAnswer: boolean;
}

function Bar({ name, said, value, isAnswer }: BarProps) {
	return (
		<li class="bar" data-answer={isAnswer} title={said && `${said}: ${percent(value)}`}>
			<span class="bar-track" aria-hidden="true">
				<span class="bar-fill" style={{ transform: `scaleY(${value})` }} />
			</span>
			<span class="bar-name" aria-hidden={said !== undefined}>
				{name}
			</span>
			{said && <span class="spoken">{said}</span>}
			<span class="spoken">{percent(value)}</span>
		</li>
	);
}
