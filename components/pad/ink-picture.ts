import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import { drawStroke, type Pen } from "./brush.ts";

/** Pixels of the picture for one CSS pixel of the pad. */
const SCALE = 3;
/** Paper around the ink, CSS pixels. */
const MARGIN = 16;

/** The ink as a PNG, dark on white, cropped to itself with a margin. */
export function inkPicture(strokes: readonly Stroke[], pen: Pen): Promise<Blob> {
	const margin = MARGIN + pen.penWidth / 2;
	const { x, y, width, height } = inkBounds(strokes);
	const canvas = new OffscreenCanvas((width + 2 * margin) * SCALE, (height + 2 * margin) * SCALE);
	const context = canvas.getContext("2d")!;
	context.fillStyle = "white";
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.setTransform(SCALE, 0, 0, SCALE, (margin - x) * SCALE, (margin - y) * SCALE);
	context.strokeStyle = "black";
	for (const stroke of strokes) drawStroke(context, stroke, pen);
	return canvas.convertToBlob({ type: "image/png" });
}
