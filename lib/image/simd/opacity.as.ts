// AssemblyScript, compiled to WebAssembly with SIMD.

/** The opacities of four RGBA pixels, combined by "and": 255 where every one is opaque. */
export function opacityOf(pixels: v128): i32 {
	const two = i64x2.extract_lane(pixels, 0) & i64x2.extract_lane(pixels, 1);
	return <i32>(two >> 56) & <i32>(two >> 24) & 255;
}
