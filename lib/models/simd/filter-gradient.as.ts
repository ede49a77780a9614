// AssemblyScript: the gradient of a convolution's filter, as sums of outer products over pairs of pixels. The
// conventions are those of convolution.as.ts.

import { COLUMNS, multiplyAdd, ROWS } from "./tile.as";

/** Pairs whose inputs and gradients fit the first-level cache together. */
const CHUNK: i32 = 64;

/**
 * dw [kh][kw][ci][co] += the gradient of the filter, from x [n][h][w][ci] and dy [n][oh][ow][co].
 *
 * @param table room for 2 * oh * ow pointers
 * @param spill room for 48 floats
 */
export function filterGradient(
	x: usize, dy: usize, dw: usize, n: i32, h: i32, w: i32, ci: i32, kh: i32, kw: i32, co: i32,
	top: i32, left: i32, oh: i32, ow: i32, table: usize, spill: usize,
): void {
	for (let i = 0; i < n; i++) {
		const picture = x + ((i * h * w * ci) << 2);
		const gradient = dy + ((i * oh * ow * co) << 2);
		for (let t = 0; t < kh * kw; t++) {
			const pairs = pairUp(picture, gradient, table, h, w, ci, co, t / kw - top, (t % kw) - left, oh, ow);
			for (let p = 0; p < pairs; p += CHUNK) {
				const from = table + (p << 3);
				const count = min(CHUNK, pairs - p);
				for (let c = 0; c < ci; c += ROWS) {
					for (let j = 0; j < co; j += COLUMNS) {
						outerProducts(from, count, c, j, dw + (((t * ci + c) * co + j) << 2), ci, co, spill);
					}
				}
			}
		}
	}
}

/** Pointers to a pixel of x and the pixel of dy that it reaches through one tap; returns how many there are. */
function pairUp(
	x: usize, dy: usize, table: usize, h: i32, w: i32, ci: i32, co: i32, down: i32, right: i32, oh: i32, ow: i32,
): i32 {
	let pairs = 0;
	for (let p = 0; p < oh * ow; p++) {
		const y = p / ow + down;
		const z = (p % ow) + right;
		if (y < 0 || y >= h || z < 0 || z >= w) continue;
		store<usize>(table + (pairs << 3), x + <usize>(((y * w + z) * ci) << 2));
		store<usize>(table + (pairs << 3), dy + <usize>((p * co) << 2), 4);
		pairs++;
	}
	return pairs;
}

// @ts-expect-error: decorator of AssemblyScript
@inline
function outerProducts(
	table: usize, count: i32, channel: i32, column: i32, dw: usize, ci: i32, co: i32, spill: usize,
): void {
	const zero = f32x4.splat(0);
	let a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero;
	let d0 = zero, d1 = zero, e0 = zero, e1 = zero, f0 = zero, f1 = zero;
	// Rows past the last channel repeat it; their sums are dropped below.
	const a: usize = channel << 2, last = ci - 1;
	const b: usize = min(channel + 1, last) << 2, c: usize = min(channel + 2, last) << 2;
	const d: usize = min(channel + 3, last) << 2, e: usize = min(channel + 4, last) << 2;
	const f: usize = min(channel + 5, last) << 2;
	const shift: usize = column << 2;
	for (let p = 0; p < count; p++) {
		const x = load<usize>(table);
		const y = load<usize>(table, 4) + shift;
		table += 8;
		const y0 = v128.load(y), y1 = v128.load(y, 16);
		let v = v128.load32_splat(x + a);
		a0 = multiplyAdd(v, y0, a0); a1 = multiplyAdd(v, y1, a1);
		v = v128.load32_splat(x + b);
		b0 = multiplyAdd(v, y0, b0); b1 = multiplyAdd(v, y1, b1);
		v = v128.load32_splat(x + c);
		c0 = multiplyAdd(v, y0, c0); c1 = multiplyAdd(v, y1, c1);
		v = v128.load32_splat(x + d);
		d0 = multiplyAdd(v, y0, d0); d1 = multiplyAdd(v, y1, d1);
		v = v128.load32_splat(x + e);
		e0 = multiplyAdd(v, y0, e0); e1 = multiplyAdd(v, y1, e1);
		v = v128.load32_splat(x + f);
		f0 = multiplyAdd(v, y0, f0); f1 = multiplyAdd(v, y1, f1);
	}
	v128.store(spill, a0); v128.store(spill, a1, 16); v128.store(spill, b0, 32); v128.store(spill, b1, 48);
	v128.store(spill, c0, 64); v128.store(spill, c1, 80); v128.store(spill, d0, 96); v128.store(spill, d1, 112);
	v128.store(spill, e0, 128); v128.store(spill, e1, 144); v128.store(spill, f0, 160); v128.store(spill, f1, 176);
	const rows = min(ROWS, ci - channel);
	const columns = min(COLUMNS, co - column);
	for (let r = 0; r < rows; r++) {
		const to = dw + ((r * co) << 2);
		const from = spill + ((r * COLUMNS) << 2);
		if (columns == COLUMNS) {
			v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
			v128.store(to, f32x4.add(v128.load(to, 16), v128.load(from, 16)), 16);
		} else {
			for (let j = 0; j < columns; j++) {
				const at = to + (j << 2);
				store<f32>(at, load<f32>(at) + load<f32>(from + (j << 2)));
			}
		}
	}
}
