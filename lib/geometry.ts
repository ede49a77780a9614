/** A rectangle; the unit is that of whoever holds it (pixels of a picture, CSS pixels of a pad). */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
