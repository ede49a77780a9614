import { isDoubtful, percent } from "../panel/doubt.ts";
import { fitNumber } from "./number-fit.ts";
import type { Reader } from "./reader.ts";

/** The space that a number has in the popup, CSS pixels. */
const WIDTH = 288;
const HEIGHT = 56;

/** The whole reading, large; each digit can be chosen to be looked at. */
export function NumberView({ reader }: { reader: Reader }) {
	const lines = reader.reading.value?.text.split("\n") ?? [];
	const digits = reader.reading.value?.digits.length ?? 0;
	const size = fitNumber(lines, WIDTH, HEIGHT);
	let index = 0;
	return (
		<fieldset class="number" style={{ fontSize: `${size}px` }}>
			<legend class="spoken">Digit to look at</legend>
			{digits === 0 && (
				<span class="number-none" aria-hidden="true">
					–
				</span>
			)}
			{lines.map((line) => (
				<div class="number-line" key={index}>
					{[...line].map(() => (
						<NumberDigit reader={reader} index={index} key={index++} />
					))}
				</div>
			))}
		</fieldset>
	);
}

function NumberDigit({ reader, index }: { reader: Reader; index: number }) {
	const digits = reader.reading.value!.digits;
	const { digit, confidence } = digits[index];
	const doubtful = isDoubtful(confidence);
	return (
		<label class="number-digit" data-doubtful={doubtful} title={percent(confidence)}>
			<input
				class="spoken"
				type="radio"
				name="digit"
				checked={reader.selected.value === index}
				onChange={() => reader.select(index)}
				onClick={() => reader.select(index)}
				aria-label={`${digit}, ${percent(confidence)}${doubtful ? ", doubtful" : ""}, digit ${index + 1} of ${digits.length}`}
			/>
			<span aria-hidden="true">{digit}</span>
		</label>
	);
}
