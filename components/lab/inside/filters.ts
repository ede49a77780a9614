// A kernel is [height, width, in, out], as Keras stores it.

/** Every filter at its first input, laid out as maps: height, width, filters. */
export function filtersOfFirst(kernel: Float32Array, shape: readonly number[]): Float32Array {
	const [height, width, inputs, filters] = shape;
	return Float32Array.from({ length: height * width * filters }, (_, i) => {
		const place = Math.floor(i / filters);
		return kernel[place * inputs * filters + (i % filters)];
	});
}

/** One filter's slices, laid out as maps: height, width, inputs. */
export function slicesOf(kernel: Float32Array, shape: readonly number[], filter: number): Float32Array {
	const [height, width, inputs, filters] = shape;
	return Float32Array.from({ length: height * width * inputs }, (_, i) => kernel[i * filters + filter]);
}
