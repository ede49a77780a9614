// AssemblyScript, compiled to WebAssembly with SIMD.

import { opacityOf } from "./opacity.as";

/**
 * Brightness of RGBA pixels, up to fifteen more than `count`: the sum of their channels by weights, which are whole
 * numbers of 1/65536, and of the offset.
 *
 * @returns the opacities of all these pixels, combined by "and": 255 where every one is opaque
 */
export function gray(
	colours: usize, into: usize, count: i32, red: i32, green: i32, blue: i32, offset: i32,
): i32 {
	// Weights have 17 bits, factors of products of pairs 16: so there are the lower eight bits and the others.
	const redBlueHigh = pair(red >> 8, blue >> 8), redBlueLow = pair(red & 255, blue & 255);
	const greenHigh = pair(green >> 8, 0), greenLow = pair(green & 255, 0);
	const offsets = i32x4.splat(offset);
	let opacity = i32x4.splat(-1);
	for (const end = into + count; into < end; into += 16, colours += 64) {
		let a = v128.load(colours), b = v128.load(colours, 16);
		let c = v128.load(colours, 32), d = v128.load(colours, 48);
		opacity = v128.and(opacity, v128.and(v128.and(a, b), v128.and(c, d)));
		a = brightness(a, redBlueHigh, redBlueLow, greenHigh, greenLow, offsets);
		b = brightness(b, redBlueHigh, redBlueLow, greenHigh, greenLow, offsets);
		c = brightness(c, redBlueHigh, redBlueLow, greenHigh, greenLow, offsets);
		d = brightness(d, redBlueHigh, redBlueLow, greenHigh, greenLow, offsets);
		v128.store(into, i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d)));
	}
	return opacityOf(opacity);
}

// @ts-expect-error: decorator of AssemblyScript
@inline
function pair(first: i32, second: i32): v128 {
	return i32x4.splat((first & 0xffff) | (second << 16));
}

/** Of four pixels: red and blue are the even bytes, green and alpha the odd ones. */
// @ts-expect-error: decorator of AssemblyScript
@inline
function brightness(
	colours: v128, redBlueHigh: v128, redBlueLow: v128, greenHigh: v128, greenLow: v128, offset: v128,
): v128 {
	const redBlue = v128.and(colours, i16x8.splat(255));
	const greenAlpha = i16x8.shr_u(colours, 8);
	const high = i32x4.add(i32x4.dot_i16x8_s(redBlue, redBlueHigh), i32x4.dot_i16x8_s(greenAlpha, greenHigh));
	const low = i32x4.add(i32x4.dot_i16x8_s(redBlue, redBlueLow), i32x4.dot_i16x8_s(greenAlpha, greenLow));
	return i32x4.shr_s(i32x4.add(i32x4.shl(high, 8), i32x4.add(low, offset)), 16);
}
