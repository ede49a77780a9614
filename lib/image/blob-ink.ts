import type { Blob } from "./components.ts";
import type { InkMap, Plane } from "./pixels.ts";

/**
 * The ink of a blob alone, cut out of the page with its soft edge: every pixel of the blob and its
 * 8-neighbours, with as much ink as the page has there.
 *
 * @param ink the page, 0 = paper, 255 = full ink
 */
export function inkOfBlob(ink: Plane, blob: Blob): InkMap {
	const left = Math.max(0, blob.box.x - 1);
	const top = Math.max(0, blob.box.y - 1);
	const width = Math.min(ink.width, blob.box.x + blob.box.width + 1) - left;
	const height = Math.min(ink.height, blob.box.y + blob.box.height + 1) - top;
	const data = new Float32Array(width * height);
	for (const [y, from, to] of blob.runs) {
		const start = Math.max(left, from - 1);
		const end = Math.min(left + width, to + 1);
		for (let row = Math.max(top, y - 1); row <= Math.min(top + height - 1, y + 1); row++) {
			for (let x = start; x < end; x++)
				data[(row - top) * width + x - left] = ink.data[row * ink.width + x] / 255;
		}
	}
	return { width, height, data };
}
