/**
 * A place, y down, in any unit; of a pen, with its pressure 0..1 where the device reports it. Pressure decides how ink
 * looks on the pad, never what a network sees.
 */
export type Point = readonly [x: number, y: number, pressure?: number];

/** A rectangle; the unit is that of whoever holds it (pixels of a picture, CSS pixels of a pad). */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
