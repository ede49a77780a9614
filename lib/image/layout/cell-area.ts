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
	const isTaken = new Uint8Array(columns * rows);
	const found: number[][] = [];
	for (let first = 0; first < isTaken.length; first++) {
		if (isTaken[first] === 1 || !isIn(first)) continue;
		const cells = [first];
		isTaken[first] = 1;
		const take = (next: number, from: number) => {
			if (isTaken[next] === 1 || !isIn(next) || !isJoined(from, next)) return;
			isTaken[next] = 1;
			cells.push(next);
		};
		for (let k = 0; k < cells.length; k++) {
			const cell = cells[k];
			const x = cell % columns;
			if (x > 0) take(cell - 1, cell);
			if (x + 1 < columns) take(cell + 1, cell);
			if (cell >= columns) take(cell - columns, cell);
			if (cell + columns < isTaken.length) take(cell + columns, cell);
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

/** The cells of both areas. */
export const intersection = (a: CellArea, b: CellArea): CellArea => ({
	...a,
	data: a.data.map((inside, cell) => inside & b.data[cell]),
});

export function countOf({ data }: CellArea): number {
	let count = 0;
	for (let cell = 0; cell < data.length; cell++) count += data[cell];
	return count;
}

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
export const shrunk = (area: CellArea) => withNeighbours(area, 0);

/** An area with the cells beside it. */
export const grown = (area: CellArea) => withNeighbours(area, 1);

/** An area of which the cells beside a cell that is in it, or that is not, are so too. */
function withNeighbours({ columns, rows, data }: CellArea, value: 0 | 1): CellArea {
	const next = data.slice();
	for (let row = 0, cell = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++, cell++) {
			if (data[cell] !== value) continue;
			if (column > 0) next[cell - 1] = value;
			if (column + 1 < columns) next[cell + 1] = value;
			if (row > 0) next[cell - columns] = value;
			if (row + 1 < rows) next[cell + columns] = value;
		}
	}
	return { columns, rows, data: next };
}

/** An area without what hangs on it by a thread: leaks over its edge. */
export function opened(area: CellArea): CellArea {
	const { columns, rows, data } = area;
	const inner = shrunk(area);
	const [largest = inner] = largestAreas(1, area, (cell) => inner.data[cell] === 1);
	const core = grown(largest);
	return { columns, rows, data: core.data.map((inside, cell) => inside & data[cell]) };
}
