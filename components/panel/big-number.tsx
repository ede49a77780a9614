import { NumberEditor } from "../reading/number-editor.tsx";
import { fitNumber } from "../reading/number-fit.ts";
import type { PanelState } from "./panel-state.ts";

/** The space that a number has in the panel before it becomes smaller, CSS pixels. */
const WIDTH = 320;
const HEIGHT = 110;
const LARGEST = 40;
/** Font size in which a table of nine columns fits, CSS pixels. */
const TABLE_SIZE = 18;

/** The number, line by line, and the table cell by cell, to be put right. */
export function BigNumber({ panel }: { panel: PanelState }) {
	const { number, reading } = panel;
	const isTable = number.draft.value.blocks.some(({ kind }) => kind === "table");
	return (
		<NumberEditor
			number={number}
			digits={reading.value?.digits ?? []}
			doubtBelow={panel.doubtBelow}
			active={panel.active.value}
			onPoint={panel.pointAt}
			fontSize={isTable ? TABLE_SIZE : fitNumber(number.text.value.split("\n"), WIDTH, HEIGHT, LARGEST)}
		/>
	);
}
