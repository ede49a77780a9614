import { CellTable } from "../reading/cell-table.tsx";

/** What is kept of a reading, with the rows of its table in cells: they are the lines with tabs. */
export function KeptText({ text }: { readonly text: string }) {
	const lines = text.split("\n");
	const isRow = (line: string) => line.includes("\t");
	const first = lines.findIndex(isRow);
	if (first < 0)
		return (
			<b class="past-text">
				<Lines lines={lines} />
			</b>
		);
	const end = lines.findLastIndex(isRow) + 1;
	return (
		<div class="past-text">
			<Lines lines={lines.slice(0, first)} />
			<CellTable rows={lines.slice(first, end).map((line) => line.split("\t"))} />
			<Lines lines={lines.slice(end)} />
		</div>
	);
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
	return lines.map((line, i) => (
		<span key={i} class="past-line">
			{line}
		</span>
	));
}
