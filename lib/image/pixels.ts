/** A decoded picture: RGBA, 8 bits, row by row, not premultiplied. The same shape as the DOM's ImageData. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
}

/** One value 0..255 a pixel, row by row; whether it is brightness, contrast or ink is said where it is used. */
export interface Plane {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8Array;
}

/** How much ink there is at every pixel: 0 = paper, 1 = full ink, row by row. */
export interface InkMap {
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array;
}

/**
 * Pixels as one number each, which is faster to go through: from the lowest byte to the highest red, green, blue,
 * alpha (all machines that run WebAssembly keep the lowest byte first).
 */
export function coloursOf({ data }: Pixels): Int32Array {
	const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
	return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}
