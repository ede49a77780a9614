// AssemblyScript, compiled to WebAssembly.

/**
 * Adds the colour gradients of every `step`th pixel of a row, to its right and to the row below, to a structure
 * tensor: its six doubles rr, rg, rb, gg, gb, bb.
 *
 * @param row RGBA, followed by the row below
 */
export function addGradients(row: usize, width: i32, step: i32, tensor: usize): void {
	let rr = load<f64>(tensor), rg = load<f64>(tensor, 8), rb = load<f64>(tensor, 16);
	let gg = load<f64>(tensor, 24), gb = load<f64>(tensor, 32), bb = load<f64>(tensor, 40);
	for (let x = 0; x + 1 < width; x += step) {
		const here = row + (x << 2);
		for (let i = 0; i < 2; i++) {
			const there = here + (i == 0 ? 4 : width << 2);
			const opacity = <f64>(<i32>load<u8>(here, 3) * <i32>load<u8>(there, 3)) / 65025;
			const red = <f64>(<i32>load<u8>(there) - <i32>load<u8>(here)) * opacity;
			const green = <f64>(<i32>load<u8>(there, 1) - <i32>load<u8>(here, 1)) * opacity;
			const blue = <f64>(<i32>load<u8>(there, 2) - <i32>load<u8>(here, 2)) * opacity;
			rr += red * red;
			rg += red * green;
			rb += red * blue;
			gg += green * green;
			gb += green * blue;
			bb += blue * blue;
		}
	}
	store<f64>(tensor, rr), store<f64>(tensor, rg, 8), store<f64>(tensor, rb, 16);
	store<f64>(tensor, gg, 24), store<f64>(tensor, gb, 32), store<f64>(tensor, bb, 40);
}
