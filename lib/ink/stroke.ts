/**
 * A sample of the pen: x and y (any unit, y down) and, where the device reports it, pressure 0..1.
 * Pressure decides how ink looks on the pad, never what a network sees.
 */
export type Point = readonly [x: number, y: number, pressure?: number];

/** The samples between pen down and pen up, in the order of time. At least one point. */
export type Stroke = readonly Point[];
