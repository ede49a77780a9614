// AssemblyScript (https://www.assemblyscript.org), compiled to WebAssembly with relaxed SIMD: convolution
// and matrix product as one kernel of 6 rows by 8 columns whose 12 sums stay in registers. Rows are found
// through a table of pointers ("The Indirect Convolution Algorithm", Dukhan 2019), so nothing is copied. All
// pointers are byte offsets into the memory of TensorFlow.js's WASM backend; all tensors are float32, NHWC;
// filters are [kernel height, kernel width, in, out]; strides are 1 but of gathered patches.
//
// Reads may run up to 28 bytes past the end of a tensor; the allocator's own fields lie there.

import { COLUMNS, multiplyAdd, ROWS } from "./tile.as";

/**
 * filter [k][co] and bias [co] -> packed [ceil(co / 8)][1 + k][8], the bias first, zero-filled. A bias of 0
 * (no pointer) counts as zeros.
 */
export function pack(filter: usize, bias: usize, packed: usize, k: i32, co: i32): void {
	for (let j = 0; j < co; j += COLUMNS) {
		for (let c = 0; c < COLUMNS; c++) {
			store<f32>(packed, bias != 0 && j + c < co ? load<f32>(bias + ((j + c) << 2)) : 0);
			packed += 4;
		}
		for (let i = 0; i < k; i++) {
			for (let c = 0; c < COLUMNS; c++) {
				store<f32>(packed, j + c < co ? load<f32>(filter + ((i * co + j + c) << 2)) : 0);
				packed += 4;
			}
		}
	}
}

/**
 * filter [taps][ci][co] -> the filter of the input gradient, taps reversed and channels exchanged, packed:
 * [ceil(ci / 8)][1 + taps * co][8], without bias. With one tap it packs the transposed matrix.
 */
export function packFlipped(filter: usize, packed: usize, taps: i32, ci: i32, co: i32): void {
	for (let j = 0; j < ci; j += COLUMNS) {
		memory.fill(packed, 0, COLUMNS * 4);
		packed += COLUMNS * 4;
		for (let t = taps - 1; t >= 0; t--) {
			for (let o = 0; o < co; o++) {
				for (let c = 0; c < COLUMNS; c++) {
					const from = filter + (((t * ci + j + c) * co + o) << 2);
					store<f32>(packed, j + c < ci ? load<f32>(from) : 0);
					packed += 4;
				}
			}
		}
	}
}

/** x [n][h][w][ci] -> rows [n][oh][ow][kh][kw][ci], `stride` apart, zero where the filter leaves the picture. */
export function gatherPatches(
	x: usize, rows: usize, n: i32, h: i32, w: i32, ci: i32,
	kh: i32, kw: i32, top: i32, left: i32, oh: i32, ow: i32, stride: i32,
): void {
	for (let i = 0; i < n; i++) {
		for (let p = 0; p < oh * ow; p++) {
			const first = (p / ow) * stride - top;
			const start = (p % ow) * stride - left;
			for (let y = first; y < first + kh; y++) {
				for (let z = start; z < start + kw; z++) {
					const inside = y >= 0 && y < h && z >= 0 && z < w;
					const from = x + ((((i * h + y) * w + z) * ci) << 2);
					for (let c = 0; c < ci; c++) {
						store<f32>(rows, inside ? load<f32>(from + (c << 2)) : 0);
						rows += 4;
					}
				}
			}
		}
	}
}

/**
 * y [n][oh][ow][co] = x [n][h][w][ci] * packed filter + its bias, and no less than `floor`: 0 for ReLU,
 * minus infinity for no activation.
 *
 * @param zeros ci zeros, the row outside the picture
 * @param table room for (oh * ow + 5) * kh * kw pointers
 * @param spill room for 48 floats
 */
export function convolve(
	x: usize, packed: usize, y: usize, n: i32, h: i32, w: i32, ci: i32, kh: i32, kw: i32, co: i32,
	top: i32, left: i32, oh: i32, ow: i32, floor: f32, zeros: usize, table: usize, spill: usize,
): void {
	const taps = kh * kw;
	const k = taps * ci;
	const least = f32x4.splat(floor);
	const pixels = oh * ow;
	for (let i = 0; i < n; i++) {
		fillTable(x + ((i * h * w * ci) << 2), table, h, w, ci, kh, kw, top, left, pixels, ow, zeros);
		const out = y + ((i * pixels * co) << 2);
		for (let j = 0; j < co; j += COLUMNS) {
			let rows = table;
			for (let p = 0; p < pixels; p += ROWS) {
				tile(
					rows, taps, ci, packed + ((j * (1 + k)) << 2), out + ((p * co + j) << 2), co,
					min(ROWS, pixels - p), min(COLUMNS, co - j), least, spill,
				);
				rows += taps * ROWS * 4;
			}
		}
	}
}

function fillTable(
	x: usize, table: usize, h: i32, w: i32, ci: i32, kh: i32, kw: i32,
	top: i32, left: i32, pixels: i32, ow: i32, zeros: usize,
): void {
	for (let p = 0; p < pixels; p += ROWS) {
		for (let ky = 0; ky < kh; ky++) {
			for (let kx = 0; kx < kw; kx++) {
				for (let r = 0; r < ROWS; r++) {
					const q = min(p + r, pixels - 1);
					const y = q / ow + ky - top;
					const z = (q % ow) + kx - left;
					const inside = y >= 0 && y < h && z >= 0 && z < w;
					store<usize>(table, inside ? x + <usize>(((y * w + z) * ci) << 2) : zeros);
					table += 4;
				}
			}
		}
	}
}

// @ts-expect-error: decorator of AssemblyScript
@inline
function tile(
	table: usize, taps: i32, ci: i32, panel: usize, out: usize, co: i32, rows: i32, columns: i32, least: v128,
	spill: usize,
): void {
	const bias0 = v128.load(panel), bias1 = v128.load(panel, 16);
	panel += COLUMNS * 4;
	let a0 = bias0, a1 = bias1, b0 = bias0, b1 = bias1, c0 = bias0, c1 = bias1;
	let d0 = bias0, d1 = bias1, e0 = bias0, e1 = bias1, f0 = bias0, f1 = bias1;
	for (let t = 0; t < taps; t++) {
		let a = load<usize>(table), b = load<usize>(table, 4), c = load<usize>(table, 8);
		let d = load<usize>(table, 12), e = load<usize>(table, 16), f = load<usize>(table, 20);
		table += ROWS * 4;
		const end = a + (ci << 2);
		while (a < end) {
			const w0 = v128.load(panel), w1 = v128.load(panel, 16);
			panel += COLUMNS * 4;
			let v = v128.load32_splat(a);
			a0 = multiplyAdd(v, w0, a0); a1 = multiplyAdd(v, w1, a1);
			v = v128.load32_splat(b);
			b0 = multiplyAdd(v, w0, b0); b1 = multiplyAdd(v, w1, b1);
			v = v128.load32_splat(c);
			c0 = multiplyAdd(v, w0, c0); c1 = multiplyAdd(v, w1, c1);
			v = v128.load32_splat(d);
			d0 = multiplyAdd(v, w0, d0); d1 = multiplyAdd(v, w1, d1);
			v = v128.load32_splat(e);
			e0 = multiplyAdd(v, w0, e0); e1 = multiplyAdd(v, w1, e1);
			v = v128.load32_splat(f);
			f0 = multiplyAdd(v, w0, f0); f1 = multiplyAdd(v, w1, f1);
			a += 4; b += 4; c += 4; d += 4; e += 4; f += 4;
		}
	}
	const whole = rows == ROWS && columns == COLUMNS;
	const to = whole ? out : spill;
	const stride: usize = whole ? co << 2 : COLUMNS * 4;
	let row = to;
	v128.store(row, f32x4.max(a0, least)); v128.store(row, f32x4.max(a1, least), 16); row += stride;
	v128.store(row, f32x4.max(b0, least)); v128.store(row, f32x4.max(b1, least), 16); row += stride;
	v128.store(row, f32x4.max(c0, least)); v128.store(row, f32x4.max(c1, least), 16); row += stride;
	v128.store(row, f32x4.max(d0, least)); v128.store(row, f32x4.max(d1, least), 16); row += stride;
	v128.store(row, f32x4.max(e0, least)); v128.store(row, f32x4.max(e1, least), 16); row += stride;
	v128.store(row, f32x4.max(f0, least)); v128.store(row, f32x4.max(f1, least), 16);
	if (whole) return;
	for (let r = 0; r < rows; r++) memory.copy(out + ((r * co) << 2), spill + ((r * COLUMNS) << 2), columns << 2);
}
