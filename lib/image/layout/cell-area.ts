/** Some cells of a grid of them: 1 where a cell belongs to it. */
export interface CellArea {
	readonly columns: number;
	readonly rows: number;
	readonly data: Uint8Array;
}

/** The numbers of the cells beside a cell. */
export function neighbours(cell: number, columns: number, rows: number): number[] {
	const [x, y] = [cell % columns, Math.floor(cell / columns)];
	const found: number[] = [];
	if (x > 0) found.push(cell - 1);
	if (x + 1 < columns) found.push(cell + 1);
	if (y > 0) found.push(cell - columns);
	if (y + 1 < rows) found.push(cell + columns);
	return found;
}

/** The `count` largest areas of cells, each of which is joined to a neighbour, the largest first. */
export function largestAreas(
	count: number,
	{ columns, rows }: Pick<CellArea, "columns" | "rows">,
	isIn: (cell: number) => boolean,
	isJoined: (a: number, b: number) => boolean = () => true,
): CellArea[] {
	const areaOf = new Int32Array(columns * rows).fill(-1);
	const found: number[][] = [];
	for (let first = 0; first < areaOf.length; first++) {
		if (areaOf[first] >= 0 || !isIn(first)) continue;
		const cells = [first];
		areaOf[first] = first;
		for (let k = 0; k < cells.length; k++) {
			for (const next of neighbours(cells[k], columns, rows)) {
				if (areaOf[next] >= 0 || !isIn(next) || !isJoined(cells[k], next)) continue;
				areaOf[next] = first;
				cells.push(next);
			}
		}
		found.push(cells);
	}
	return found
		.sort((a, b) => b.length - a.length)
		.slice(0, count)
		.map((cells) => {
			const data = new Uint8Array(columns * rows);
			for (const cell of cells) data[cell] = 1;
			return { columns, rows, data };
		});
}

export const countOf = ({ data }: CellArea) => data.reduce((sum, inside) => sum + inside, 0);

/** So near to the edge of the picture, in cells, an area that goes on beyond it need not be seen again. */
const NEAR_EDGE = 5;

/** An area with its holes: what has it on both sides, in its row and in its column, is writing on it. */
export function filled(area: CellArea): CellArea {
	const { columns, rows, data } = area;
	const isBetween = (cell: number, step: number, before: number, after: number) => {
		const has = (count: number, sign: number) => {
			for (let k = 1; k <= count; k++) if (data[cell + sign * k * step]) return true;
			return count < NEAR_EDGE;
		};
		return has(before, -1) && has(after, 1);
	};
	const whole = data.map((inside, cell) => {
		const [x, y] = [cell % columns, Math.floor(cell / columns)];
		return inside || (isBetween(cell, 1, x, columns - 1 - x) && isBetween(cell, columns, y, rows - 1 - y))
			? 1
			: 0;
	});
	return { columns, rows, data: whole };
}

/** An area without the cells at its edge; at the edge of the picture it has none. */
export function shrunk({ columns, rows, data }: CellArea): CellArea {
	const inner = data.map((inside, cell) =>
		inside && neighbours(cell, columns, rows).every((next) => data[next] === 1) ? 1 : 0,
	);
	return { columns, rows, data: inner };
}

/** An area with the cells beside it. */
function grown({ columns, rows, data }: CellArea): CellArea {
	const outer = data.map((inside, cell) =>
		inside || neighbours(cell, columns, rows).some((next) => data[next] === 1) ? 1 : 0,
	);
	return { columns, rows, data: outer };
}

/** An area without what hangs on it by a thread: leaks over its edge. */
export function opened(area: CellArea): CellArea {
	const { columns, rows, data } = area;
	const inner = shrunk(area);
	const [largest = inner] = largestAreas(1, area, (cell) => inner.data[cell] === 1);
	const core = grown(largest);
	return { columns, rows, data: core.data.map((inside, cell) => inside & data[cell]) };
}
