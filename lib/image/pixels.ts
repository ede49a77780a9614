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
