// AssemblyScript (https://www.assemblyscript.org), compiled to WebAssembly with SIMD: a coarse grid over a plane,
// one number for every cell of `side` x `side` pixels.

/** A grid is so smooth that so many rows of pixels may share its values; cells are never smaller. */
export const SAME_LEVEL: i32 = 4;

/** The last column and row may cover less than a whole cell. */
export class CellGrid {
	columns: i32;
	rows: i32;
	data: StaticArray<f32>;

	constructor(width: i32, height: i32, public side: i32) {
		const columns = (width + side - 1) / side;
		const rows = (height + side - 1) / side;
		this.columns = columns;
		this.rows = rows;
		this.data = new StaticArray<f32>(columns * rows);
	}

	/** Adds to a cell what was summed with more digits. */
	add(cell: i32, value: f64): void {
		this.data[cell] = <f32>(this.data[cell] + value);
	}

	sum(): f64 {
		let total: f64 = 0;
		for (let i = 0; i < this.data.length; i++) total += this.data[i];
		return total;
	}
}

/** What a filter makes of the values from index `from` to before `to`. */
type Pick = (values: StaticArray<f32>, from: i32, to: i32) => f64;

/** Every cell becomes `pick` of the cells at most `radius` away along the rows, then along the columns. */
export function filterCells(grid: CellGrid, radius: i32, pick: Pick): void {
	const columns = grid.columns, rows = grid.rows, data = grid.data;
	const across = new StaticArray<f32>(data.length);
	const line = new StaticArray<f32>(rows);
	for (let row = 0; row < rows; row++) {
		const start = row * columns;
		for (let i = 0; i < columns; i++)
			across[start + i] = <f32>pick(data, start + max(0, i - radius), start + min(columns, i + radius + 1));
	}
	for (let column = 0; column < columns; column++) {
		for (let row = 0; row < rows; row++) line[row] = across[row * columns + column];
		for (let i = 0; i < rows; i++)
			data[i * columns + column] = <f32>pick(line, max(0, i - radius), min(rows, i + radius + 1));
	}
}

// As vectors, since the largest and the smallest of vectors take no branch.

export const largest: Pick = (values, from, to) => {
	let most = f32x4.splat(values[from]);
	for (let i = from + 1; i < to; i++) most = f32x4.pmax(most, f32x4.splat(values[i]));
	return f32x4.extract_lane(most, 0);
};

export const smallest: Pick = (values, from, to) => {
	let least = f32x4.splat(values[from]);
	for (let i = from + 1; i < to; i++) least = f32x4.pmin(least, f32x4.splat(values[i]));
	return f32x4.extract_lane(least, 0);
};

export const mean: Pick = (values, from, to) => {
	let sum: f64 = 0;
	for (let i = from; i < to; i++) sum += values[i];
	return sum / (to - from);
};

/** The values of a grid along one row of pixels, interpolated linearly between the cells' centres. */
export class LevelRow {
	/** Whole numbers of 1/`unit`, which is fast to step through; four more than there are pixels. */
	private values: StaticArray<i32>;

	constructor(private width: i32, private unit: f64) {
		this.values = new StaticArray<i32>(width + 4);
	}

	/** Where the values lie. */
	get at(): usize {
		return changetype<usize>(this.values);
	}

	/** Takes the values of the row `y`. */
	follow(grid: CellGrid, y: i32): void {
		const side = grid.side, data = grid.data, last = grid.columns - 1;
		const atY = min(<f64>(grid.rows - 1), max(0, (y + 0.5) / side - 0.5));
		const upper = <i32>atY;
		const share = atY - upper;
		const above = upper * grid.columns;
		const below = min(grid.rows - 1, upper + 1) * grid.columns;
		let left = this.valueAt(data, above, below, share);
		let x = this.fill(0, side >> 1, <i32>left, 0);
		for (let column = 0; column < last; column++) {
			const right = this.valueAt(data, above + column + 1, below + column + 1, share);
			const slope = (right - left) / side;
			const fromCentre = x - ((column + 0.5) * side - 0.5);
			const first = <i32>floor(left + fromCentre * slope + 0.5);
			x = this.fill(x, (column + 1) * side + (side >> 1), first, <i32>floor(slope + 0.5));
			left = right;
		}
		this.fill(x, this.width, <i32>left, 0);
	}

	private valueAt(data: StaticArray<f32>, above: i32, below: i32, share: f64): f64 {
		return this.unit * (data[above] * (1 - share) + data[below] * share);
	}

	/** Fills from x = `from` to before `to`, and up to three more, four at a time; returns where it ended. */
	private fill(from: i32, to: i32, first: i32, step: i32): i32 {
		const end = min(to, this.width);
		const steps = i32x4.splat(4 * step);
		let four = i32x4.add(i32x4.splat(first), i32x4.mul(i32x4.splat(step), i32x4(0, 1, 2, 3)));
		for (let x = from; x < end; x += 4) {
			v128.store(this.at + (x << 2), four);
			four = i32x4.add(four, steps);
		}
		return max(from, end);
	}
}
