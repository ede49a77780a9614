import { Fragment } from "preact";
import { t } from "../../lib/browser/language.ts";
import { displayText } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { fitNumber } from "./number-fit.ts";
import type { Reader } from "./reader.ts";

/** The space that a number has in the popup, CSS pixels. */
const WIDTH = 288;
const HEIGHT = 56;

interface NumberViewProps {
	readonly reader: Reader;
	/** Digits less probable than this are marked as doubtful. */
	readonly doubtBelow: number;
}

/** The whole reading, large; each digit can be chosen to be looked at. */
export function NumberView({ reader, doubtBelow }: NumberViewProps) {
	const digits = reader.reading.value?.digits ?? [];
	const lines = [...new Set(digits.map(({ line }) => line))].map((line) =>
		[...digits.entries()].filter(([, digit]) => digit.line === line),
	);
	const size = fitNumber(displayText({ digits }).split("\n"), WIDTH, HEIGHT);
	return (
		<fieldset class="number" style={{ fontSize: `${size}px` }}>
			<legend class="spoken">{t("reading.choose")}</legend>
			{digits.length === 0 && (
				<span class="number-none" aria-hidden="true">
					–
				</span>
			)}
			{lines.map((line) => (
				<div class="number-line" key={line[0][0]}>
					{line.map(([index, { before, after }]) => (
						<Fragment key={index}>
							<Separator text={before} />
							<NumberDigit reader={reader} index={index} doubtBelow={doubtBelow} />
							<Separator text={after} />
						</Fragment>
					))}
				</div>
			))}
		</fieldset>
	);
}

function Separator({ text }: { readonly text: string | undefined }) {
	return text ? (
		<span class="number-separator" aria-hidden="true">
			{text}
		</span>
	) : null;
}

function NumberDigit({ reader, index, doubtBelow }: NumberViewProps & { readonly index: number }) {
	const digits = reader.reading.value!.digits;
	const { digit, confidence } = digits[index];
	const doubtful = confidence < doubtBelow;
	const place = { digit, probability: percent(confidence), index: index + 1, count: digits.length };
	return (
		<label class="number-digit" data-doubtful={doubtful} title={percent(confidence)}>
			<input
				class="spoken"
				type="radio"
				name="digit"
				checked={reader.selected.value === index}
				onChange={() => reader.select(index)}
				onClick={() => reader.select(index)}
				aria-label={doubtful ? t("reading.digitDoubtful", place) : t("reading.digit", place)}
			/>
			<span aria-hidden="true">{digit}</span>
		</label>
	);
}
