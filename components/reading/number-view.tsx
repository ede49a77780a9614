import { Fragment } from "preact";
import { t } from "../../lib/browser/language.ts";
import { blocksOf, displayText, type ShownDigit, tableOf } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { CellTable } from "./cell-table.tsx";
import { fitNumber, fitTable, type NumberRoom } from "./number-fit.ts";
import type { Reader } from "./reader.ts";

interface NumberViewProps {
	readonly reader: Reader;
	/** Digits less probable than this are marked as doubtful. */
	readonly doubtBelow: number;
}

/** The whole reading, large; each digit can be chosen to be looked at. */
export function NumberView({ reader, doubtBelow, room }: NumberViewProps & { readonly room: NumberRoom }) {
	const reading = reader.reading.value;
	const digits = reading?.digits ?? [];
	const blocks = blocksOf({ digits, ...(reading?.grid && { grid: reading.grid }) });
	const rows = reading && tableOf(reading);
	const { size, lineHeight, height, level } = rows
		? fitTable(rows, room)
		: fitNumber(displayText({ digits }).split("\n"), room);
	const show = (some: readonly ShownDigit[]) =>
		some.map(({ index, before, after }) => (
			<Fragment key={index}>
				<Separator text={before} />
				<NumberDigit reader={reader} index={index} doubtBelow={doubtBelow} />
				<Separator text={after} />
			</Fragment>
		));
	return (
		<fieldset
			class="number"
			data-level={level}
			data-table={Boolean(rows)}
			style={{ fontSize: `${size}px`, lineHeight: `${lineHeight}px`, height: `${height}px` }}
		>
			<legend class="spoken">{t("reading.choose")}</legend>
			{digits.length === 0 && (
				<span class="number-none" aria-hidden="true">
					–
				</span>
			)}
			{blocks.map((block, i) =>
				block.kind === "line" ? (
					<div class="number-line" key={i}>
						{show(block.digits)}
					</div>
				) : (
					<CellTable
						key={i}
						rows={block.rows.map((row) => row.map((cell) => <span class="number-line">{show(cell)}</span>))}
					/>
				),
			)}
		</fieldset>
	);
}

function Separator({ text }: { readonly text: string }) {
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
