import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import { drawStroke, PEN_WIDTH } from "./brush.ts";

/** Pixels of the picture for one CSS pixel of the pad. */
const SCALE = 3;
/** Paper around the ink, CSS pixels. */
const MARGIN = 16 + PEN_WIDTH / 2;

/** The ink as a PNG, dark on white, cropped to itself with a margin. */
export function inkPicture(strokes: readonly Stroke[]): Promise<Blob> {
	const { x, y, width, height } = inkBounds(strokes);
	const canvas = new OffscreenCanvas((width + 2 * MARGIN) * SCALE, (height + 2 * MARGIN) * SCALE);
	const context = canvas.getContext("2d")!;
	context.fillStyle = "white";
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.setTransform(SCALE, 0, 0, SCALE, (MARGIN - x) * SCALE, (MARGIN - y) * SCALE);
	context.strokeStyle = "black";
	for (const stroke of strokes) drawStroke(context, stroke);
	return canvas.convertToBlob({ type: "image/png" });
}
