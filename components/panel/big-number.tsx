import { draftTable } from "../../lib/reading/draft.ts";
import { NumberEditor } from "../reading/number-editor.tsx";
import { fitNumber, fitTable, type NumberRoom } from "../reading/number-fit.ts";
import type { PanelState } from "./panel-state.ts";

/** The space that a number has in the panel before it becomes smaller. CSS pixels. */
const ROOM: NumberRoom = { width: 320, heights: [52, 110, 300] };
/** Of a line that is longer the end is scrolled to. CSS pixels. */
const LEAST = 18;

/** The number, line by line, and the table cell by cell, to be put right. */
export function BigNumber({ panel }: { panel: PanelState }) {
	const { number, reading } = panel;
	const rows = draftTable(number.draft.value);
	const size = rows
		? fitTable(rows, ROOM).size
		: Math.max(LEAST, fitNumber(number.text.value.split("\n"), ROOM).size);
	return (
		<NumberEditor
			number={number}
			digits={reading.value?.digits ?? []}
			doubtBelow={panel.doubtBelow}
			active={panel.active.value}
			onPoint={panel.pointAt}
			size={size}
		/>
	);
}
