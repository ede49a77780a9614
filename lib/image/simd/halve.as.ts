// AssemblyScript, compiled to WebAssembly with SIMD.

import { opacityOf } from "./opacity.as";

/**
 * The mean colour of every 2 x 2 pixels of two rows of RGBA, up to three more than `count`.
 *
 * @returns the opacities of all these means, combined by "and": 255 where every one is opaque
 */
export function halve(upper: usize, lower: usize, into: usize, count: i32): i32 {
	let opacity = i32x4.splat(-1);
	for (const end = into + (count << 2); into < end; into += 16, upper += 32, lower += 32) {
		const left = sumOfPairs(v128.load(upper), v128.load(lower));
		const right = sumOfPairs(v128.load(upper, 16), v128.load(lower, 16));
		const means = i8x16.narrow_i16x8_u(i16x8.shr_u(left, 2), i16x8.shr_u(right, 2));
		opacity = v128.and(opacity, means);
		v128.store(into, means);
	}
	return opacityOf(opacity);
}

/** Of four pixels above four others, the sums of the channels of two blocks, and 2 so that a quarter is rounded. */
// @ts-expect-error: decorator of AssemblyScript
@inline
function sumOfPairs(upper: v128, lower: v128): v128 {
	const first = i16x8.add(i16x8.extend_low_i8x16_u(upper), i16x8.extend_low_i8x16_u(lower));
	const second = i16x8.add(i16x8.extend_high_i8x16_u(upper), i16x8.extend_high_i8x16_u(lower));
	// Each has the sums of two neighbours: a block takes both of one.
	const left = i64x2.shuffle(first, second, 0, 2);
	const right = i64x2.shuffle(first, second, 1, 3);
	return i16x8.add(i16x8.add(left, right), i16x8.splat(2));
}
