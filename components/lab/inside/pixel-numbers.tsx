interface PixelNumbersProps {
	readonly caption: string;
	readonly values: ArrayLike<number>;
	readonly width: number;
	readonly format: (value: number) => string;
}

/** A picture as the numbers that it is, row by row. */
export function PixelNumbers({ caption, values, width, format }: PixelNumbersProps) {
	const rows = Array.from({ length: values.length / width }, (_, y) => y);
	const columns = Array.from({ length: width }, (_, x) => x);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
		<section class="scroller" tabIndex={0} aria-label={caption}>
			<table class="matrix">
				<caption class="spoken">{caption}</caption>
				<thead>
					<tr>
						<td />
						{columns.map((x) => (
							<th scope="col" key={x}>
								{x + 1}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((y) => (
						<tr key={y}>
							<th scope="row">{y + 1}</th>
							{columns.map((x) => (
								<td key={x} data-zero={values[y * width + x] === 0}>
									{format(values[y * width + x])}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
