import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import type { Field } from "../../lib/reading/draft.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";
import { Alternatives } from "./alternatives.tsx";
import { CellTable } from "./cell-table.tsx";
import { NumberField } from "./number-field.tsx";
import type { NumberFit } from "./number-fit.ts";
import type { NumberState } from "./number-state.ts";

export interface NumberEditorProps {
	readonly number: NumberState;
	/** The digits as they were read, which characters of the number name by their index; none of a text alone. */
	readonly digits?: readonly ReadDigit[];
	/** Digits less probable than this are marked as doubtful. */
	readonly doubtBelow?: number;
	/** The digit that is pointed at, here or in the picture. */
	readonly active?: number | null;
	readonly onPoint?: (index: number | null) => void;
	/** Font size, CSS pixels. */
	readonly size: number;
	/** The room that it is to fill; otherwise it takes what it needs. */
	readonly fit?: NumberFit;
}

/** A number that is edited like text: its lines, and its table cell by cell, with the alternatives of a selected digit. */
export function NumberEditor({ number, digits = [], doubtBelow = 0, ...props }: NumberEditorProps) {
	const { active, onPoint = () => {}, size, fit } = props;
	const root = useRef<HTMLFieldSetElement>(null);
	const { blocks } = number.draft.value;
	const placed = number.placed.value;
	useLayoutEffect(() => {
		const at = number.cursor.peek();
		if (placed === 0 || !at) return;
		const field = root.current!.querySelectorAll("input")[at.field];
		field?.focus({ preventScroll: false });
		field?.setSelectionRange(at.start, at.end);
	}, [placed]);
	let count = 0;
	const show = (field: Field, label: string, isCell: boolean) => {
		const at = count++;
		return (
			<NumberField
				key={at}
				number={number}
				at={at}
				field={field}
				label={label}
				isCell={isCell}
				digits={digits}
				doubtBelow={doubtBelow}
				active={active ?? null}
				onPoint={onPoint}
			/>
		);
	};
	const lines = blocks.filter(({ kind }) => kind === "line").length;
	let line = 0;
	const lineLabel = () => (lines > 1 ? t("number.line", { line: ++line, count: lines }) : t("number.name"));
	return (
		<fieldset
			ref={root}
			class="number"
			data-level={fit?.level}
			style={{
				"--number-size": `${size}px`,
				...(fit && { "--number-line": `${fit.lineHeight}px`, "--number-height": `${fit.height}px` }),
			}}
			onFocusOut={({ relatedTarget }) => {
				if (!root.current!.contains(relatedTarget as Node | null)) number.follow(null);
			}}
		>
			<legend class="spoken">{t("number.edit")}</legend>
			<div class="number-scroll">
				{blocks.map((block, i) =>
					block.kind === "line" ? (
						show(block.field, lineLabel(), false)
					) : (
						<CellTable
							key={`table ${i}`}
							rows={block.rows.map((row, y) =>
								row.map((field, x) => show(field, t("number.cell", { row: y + 1, column: x + 1 }), true)),
							)}
						/>
					),
				)}
			</div>
			<Alternatives number={number} digits={digits} root={root} />
		</fieldset>
	);
}
