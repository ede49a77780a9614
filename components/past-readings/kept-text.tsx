import { CellTable } from "../reading/cell-table.tsx";

/** What is kept of a reading, with the rows of its table in cells: they are the lines with tabs. */
export function KeptText({ text }: { readonly text: string }) {
	const lines = text.split("\n");
	const isRow = (line: string) => line.includes("\t");
	const first = lines.findIndex(isRow);
	if (first < 0) return <b class="past-text">{text}</b>;
	const end = lines.findLastIndex(isRow) + 1;
	const above = lines.slice(0, first).join("\n");
	const below = lines.slice(end).join("\n");
	return (
		<div class="past-text">
			{above}
			<CellTable rows={lines.slice(first, end).map((line) => line.split("\t"))} />
			{below}
		</div>
	);
}
