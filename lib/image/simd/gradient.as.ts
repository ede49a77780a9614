// AssemblyScript, compiled to WebAssembly with SIMD.

/** |left - right| or |above - below|, whichever is more, of the sixteen pixels from `at`. */
// @ts-expect-error: decorator of AssemblyScript
@inline
export function gradients(at: usize, width: i32): v128 {
	return i8x16.max_u(
		distance(v128.load(at + 1), v128.load(at - 1)),
		distance(v128.load(at + width), v128.load(at - width)),
	);
}

// @ts-expect-error: decorator of AssemblyScript
@inline
function distance(a: v128, b: v128): v128 {
	return v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a));
}

/** The same of one pixel. */
export function gradient(at: usize, width: i32): i32 {
	return max(difference(at + 1, at - 1), difference(at + width, at - width));
}

/** |a - b| of two pixels. */
export function difference(a: usize, b: usize): i32 {
	return abs(<i32>load<u8>(a) - <i32>load<u8>(b));
}
