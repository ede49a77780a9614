import type { InkMap, Pixels } from "../../lib/image/pixels.ts";
import { drawSegment } from "../../lib/ink/render.ts";
import { inkBounds } from "../../lib/ink/stroke.ts";
import type { Drawing } from "./drawings.ts";

/** How a number is drawn: the height of a digit in pixels, the pen's width as a share of it, the margin in heights. */
export interface Pen {
	readonly height: number;
	readonly width: number;
	readonly margin: number;
}

/** Dark ink on white. */
export function paint({ characters }: Drawing, { height, width: pen, margin }: Pen): Pixels {
	let x = margin + pen / 2;
	const strokes = characters.flatMap(({ strokes, gap }, i) => {
		if (i > 0) x += gap + pen;
		const left = x;
		x += inkBounds(strokes).width;
		return strokes.map((stroke) => stroke.map(([px, py]) => [px + left, py + 0.6 + margin] as const));
	});
	const width = Math.ceil((x + pen / 2 + margin) * height);
	const tall = Math.ceil((1.2 + 2 * margin) * height);
	const ink: InkMap = { width, height: tall, data: new Float32Array(width * tall) };
	for (const stroke of strokes) {
		for (const [i, [px, py]] of stroke.entries()) {
			const [fromX, fromY] = stroke[Math.max(0, i - 1)];
			drawSegment(ink, fromX * height, fromY * height, px * height, py * height, (pen * height) / 2);
		}
	}
	const data = new Uint8ClampedArray(4 * width * tall).fill(255);
	ink.data.forEach((covered, i) => {
		data.fill(255 - 225 * covered, 4 * i, 4 * i + 3);
	});
	return { width, height: tall, data };
}
