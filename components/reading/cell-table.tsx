import type { ComponentChildren } from "preact";

/** The cells of a table that was read, row by row, empty ones too. It scrolls in its place. */
export function CellTable({ rows }: { readonly rows: readonly (readonly ComponentChildren[])[] }) {
	return (
		<div class="cells">
			<table>
				<tbody>
					{rows.map((cells, row) => (
						<tr key={row}>
							{cells.map((cell, column) => (
								<td key={column}>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
