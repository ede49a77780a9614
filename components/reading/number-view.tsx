import { useSignalEffect } from "@preact/signals";
import { draftTable } from "../../lib/reading/draft.ts";
import { NumberEditor } from "./number-editor.tsx";
import { fitNumber, fitTable, type NumberRoom } from "./number-fit.ts";
import type { Reader } from "./reader.ts";

interface NumberViewProps {
	readonly reader: Reader;
	/** Digits less probable than this are marked as doubtful. */
	readonly doubtBelow: number;
	readonly room: NumberRoom;
}

/** The whole reading, large, to be put right; the digit that is selected is the one that is looked at. */
export function NumberView({ reader, doubtBelow, room }: NumberViewProps) {
	const { number } = reader;
	useSignalEffect(() => {
		const chosen = number.chosen.value;
		if (chosen !== null) reader.select(chosen);
	});
	const rows = draftTable(number.draft.value);
	const fit = rows ? fitTable(rows, room) : fitNumber(number.text.value.split("\n"), room);
	if (number.draft.value.blocks.length === 0)
		return (
			<p
				class="number number-none"
				data-level={0}
				style={{ "--number-height": `${fit.height}px` }}
				aria-hidden="true"
			>
				–
			</p>
		);
	return (
		<NumberEditor
			number={number}
			digits={reader.reading.value?.digits ?? []}
			doubtBelow={doubtBelow}
			active={reader.selected.value}
			size={fit.size}
			fit={fit}
		/>
	);
}
