// AssemblyScript, compiled to WebAssembly with SIMD. Ink is what reaches 128, so that the highest bit tells.

/** How many edges the runs of ink in a plane have: two a run. */
export function countEdges(plane: usize, width: i32, height: i32): i32 {
	let count = 0;
	for (let y = 0; y < height; y++) {
		const row = plane + y * width;
		let before = 0;
		for (let x = 0; x < width; x += 16) {
			if (!before) x = passPaper(row, x, width);
			const inks = inksFrom(row, x, width);
			count += popcnt(changes(inks, before));
			before = inks >> 15;
		}
		count += before;
	}
	return count;
}

/**
 * For every run, from the left, its first x and the x after its last.
 *
 * @param rows where each row begins in `edges`, and where the last one ends
 * @param edges room for as many as `countEdges` says
 */
export function findEdges(plane: usize, width: i32, height: i32, rows: usize, edges: usize): void {
	const first = edges;
	for (let y = 0; y < height; y++, rows += 4) {
		store<i32>(rows, <i32>(edges - first) >> 2);
		const row = plane + y * width;
		let before = 0;
		for (let x = 0; x < width; x += 16) {
			if (!before) x = passPaper(row, x, width);
			const inks = inksFrom(row, x, width);
			for (let left = changes(inks, before); left != 0; left &= left - 1, edges += 4)
				store<i32>(edges, x + ctz(left));
			before = inks >> 15;
		}
		if (before) {
			store<i32>(edges, width);
			edges += 4;
		}
	}
	store<i32>(rows, <i32>(edges - first) >> 2);
}

/** Most of a page is paper: the x from which, or soon after which, there is ink. */
// @ts-expect-error: decorator of AssemblyScript
@inline
function passPaper(row: usize, x: i32, width: i32): i32 {
	for (; x + 80 <= width; x += 64) {
		const left = v128.or(v128.load(row + x), v128.load(row + x, 16));
		const right = v128.or(v128.load(row + x, 32), v128.load(row + x, 48));
		if (i8x16.bitmask(v128.or(left, right))) break;
	}
	return x;
}

/** One bit a pixel, from the lowest, for the sixteen pixels from x; paper to the right of the row. */
// @ts-expect-error: decorator of AssemblyScript
@inline
function inksFrom(row: usize, x: i32, width: i32): i32 {
	const inks = i8x16.bitmask(v128.load(row + x));
	return x + 16 <= width ? inks : inks & ((1 << (width - x)) - 1);
}

/** Where ink or paper begins, `before` being the pixel to the left. */
// @ts-expect-error: decorator of AssemblyScript
@inline
function changes(inks: i32, before: i32): i32 {
	return (inks ^ ((inks << 1) | before)) & 0xffff;
}
