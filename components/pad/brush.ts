import type { Point } from "../../lib/geometry.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";

/** What is drawn with. */
export interface Pen {
	/** Width at middling pressure, in CSS pixels. */
	readonly penWidth: number;
	/** Whether pressure moves the width. */
	readonly pressure: boolean;
}

/** How much of the width pressure moves, to either side. */
const PRESSURE_RANGE = 0.5;

/** What makes a line of no length one that every browser draws, so that a tap leaves a dot. */
const SPECK = 0.01;

/** The part of a 2D context that the brush needs; its transform makes one unit a CSS pixel. */
export type InkContext = Pick<
	CanvasRenderingContext2D,
	"beginPath" | "moveTo" | "lineTo" | "quadraticCurveTo" | "stroke" | "lineWidth" | "lineCap" | "lineJoin"
>;

/**
 * Draws a stroke as a smooth line: curves through the middles between samples, with the samples as control
 * points, so that each piece depends on its neighbours alone and can be drawn as it arrives.
 *
 * @param from index of the first sample that was not drawn yet
 */
export function drawStroke(context: InkContext, stroke: Stroke, pen: Pen, from = 0): void {
	context.lineCap = "round";
	context.lineJoin = "round";
	const first = Math.max(0, from - 1);
	let width = 0;
	for (let i = first; i < stroke.length; i++) {
		const before = stroke[Math.max(0, i - 1)];
		const here = stroke[i];
		// Pieces that overlap show at their edges, so a new path begins only where the width changes.
		if (widthAt(here, pen) !== width) {
			if (width > 0) context.stroke();
			width = widthAt(here, pen);
			context.lineWidth = width;
			context.beginPath();
			context.moveTo(middle(before[0], here[0]), middle(before[1], here[1]));
		}
		if (i + 1 < stroke.length) {
			const after = stroke[i + 1];
			context.quadraticCurveTo(here[0], here[1], middle(here[0], after[0]), middle(here[1], after[1]));
		} else context.lineTo(here[0] + SPECK, here[1]);
	}
	if (width > 0) context.stroke();
}

function middle(a: number, b: number): number {
	return (a + b) / 2;
}

function widthAt([, , force = 0.5]: Point, { penWidth, pressure }: Pen): number {
	return pressure ? penWidth * (1 + (force - 0.5) * 2 * PRESSURE_RANGE) : penWidth;
}
