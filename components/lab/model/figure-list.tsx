/** Names and what they are. */
export function FigureList({ rows }: { rows: readonly (readonly [name: string, value: string])[] }) {
	return (
		<dl class="facts">
			{rows.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
