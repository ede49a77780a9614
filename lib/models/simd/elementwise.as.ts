// AssemblyScript, compiled to WebAssembly with relaxed SIMD: the passes over whole tensors that a training
// step consists of beside its products. The backend's own take several passes, and its reductions transpose
// first. All pointers are byte offsets; tensors are float32, rows of `columns` values.

/** Rows whose sum is kept in single precision before it is added to the total in double precision. */
const BLOCK: i32 = 256;

/**
 * sums [columns] = over all rows, the sum of (x - offset) * y, or of x where y is 0 (no pointer).
 *
 * @param partial room for `columns` floats
 * @param totals room for `columns` doubles
 */
export function columnSums(
	x: usize, y: usize, offset: usize, sums: usize, rows: i32, columns: i32, partial: usize, totals: usize,
): void {
	memory.fill(totals, 0, columns << 3);
	const bytes = columns << 2;
	for (let from = 0; from < rows; from += BLOCK) {
		memory.fill(partial, 0, bytes);
		for (let r = from; r < min(rows, from + BLOCK); r++) {
			const at = r * bytes;
			if (y != 0) addProducts(x + at, y + at, offset, partial, columns);
			else addRow(x + at, partial, columns);
		}
		for (let c = 0; c < columns; c++) {
			const total = totals + (c << 3);
			store<f64>(total, load<f64>(total) + <f64>load<f32>(partial + (c << 2)));
		}
	}
	for (let c = 0; c < columns; c++) store<f32>(sums + (c << 2), <f32>load<f64>(totals + (c << 3)));
}

@inline
function addRow(x: usize, sums: usize, columns: i32): void {
	let c = 0;
	for (; c + 4 <= columns; c += 4) {
		v128.store(sums, f32x4.add(v128.load(sums), v128.load(x)));
		x += 16; sums += 16;
	}
	for (; c < columns; c++) {
		store<f32>(sums, load<f32>(sums) + load<f32>(x));
		x += 4; sums += 4;
	}
}

@inline
function addProducts(x: usize, y: usize, offset: usize, sums: usize, columns: i32): void {
	let c = 0;
	for (; c + 4 <= columns; c += 4) {
		const centred = f32x4.sub(v128.load(x), v128.load(offset));
		v128.store(sums, f32x4.relaxed_madd(centred, v128.load(y), v128.load(sums)));
		x += 16; y += 16; offset += 16; sums += 16;
	}
	for (; c < columns; c++) {
		store<f32>(sums, load<f32>(sums) + (load<f32>(x) - load<f32>(offset)) * load<f32>(y));
		x += 4; y += 4; offset += 4; sums += 4;
	}
}

/** out = x * scale + y * slope + shift, the last three one value a column; without y where it is 0. */
export function mixColumns(
	x: usize, scale: usize, y: usize, slope: usize, shift: usize, out: usize, rows: i32, columns: i32,
): void {
	for (let r = 0; r < rows; r++) {
		let c = 0;
		for (; c + 4 <= columns; c += 4) {
			const at = c << 2;
			let sum = f32x4.relaxed_madd(v128.load(x), v128.load(scale + at), v128.load(shift + at));
			if (y != 0) {
				sum = f32x4.relaxed_madd(v128.load(y), v128.load(slope + at), sum);
				y += 16;
			}
			v128.store(out, sum);
			x += 16; out += 16;
		}
		for (; c < columns; c++) {
			const at = c << 2;
			let sum = load<f32>(x) * load<f32>(scale + at) + load<f32>(shift + at);
			if (y != 0) {
				sum += load<f32>(y) * load<f32>(slope + at);
				y += 4;
			}
			store<f32>(out, sum);
			x += 4; out += 4;
		}
	}
}

/** out = dy where the ReLU's output y is above 0, else 0; `size` values. */
export function reluGradient(dy: usize, y: usize, out: usize, size: i32): void {
	const zero = f32x4.splat(0);
	let i = 0;
	for (; i + 4 <= size; i += 4) {
		v128.store(out, v128.and(v128.load(dy), f32x4.gt(v128.load(y), zero)));
		dy += 16; y += 16; out += 16;
	}
	for (; i < size; i++) {
		store<f32>(out, load<f32>(y) > 0 ? load<f32>(dy) : 0);
		dy += 4; y += 4; out += 4;
	}
}

/**
 * dx [n][h][w][c], which must be zeros, gets each value of dy [n][h / high][w / wide][c] at the first largest
 * input of its window; windows of high x wide do not overlap.
 */
export function maxPoolGradient(
	x: usize, dy: usize, dx: usize, n: i32, h: i32, w: i32, c: i32, high: i32, wide: i32,
): void {
	for (let i = 0; i < n; i++) {
		for (let row = 0; row < h / high; row++) {
			for (let column = 0; column < w / wide; column++) {
				const corner = (((i * h + row * high) * w + column * wide) * c) << 2;
				for (let channel = 0; channel < c; channel++) {
					const first = corner + (channel << 2);
					let best = first;
					let largest = load<f32>(x + first);
					for (let a = 0; a < high; a++) {
						for (let b = 0; b < wide; b++) {
							const at = first + (((a * w + b) * c) << 2);
							const value = load<f32>(x + at);
							if (value > largest) {
								largest = value;
								best = at;
							}
						}
					}
					store<f32>(dx + best, load<f32>(dy));
					dy += 4;
				}
			}
		}
	}
}
