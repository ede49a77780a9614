import type { Blob } from "./components.ts";
import type { InkMap, Plane } from "./pixels.ts";

/** So many pixels on the longer side show all of a glyph of 20: of twice as many every second is looked at, and so on. */
const LONG_ENOUGH = 100;

/**
 * The ink of a blob alone, cut out of the page with its soft edge: every pixel of the blob and its
 * 8-neighbours, with as much ink as the page has there. Of large ones a part of the pixels, so that none takes long.
 *
 * @param ink the page, 0 = paper, 255 = full ink
 */
export function inkOfBlob(ink: Plane, blob: Blob): InkMap {
	const step = Math.max(1, Math.floor(Math.max(blob.box.width, blob.box.height) / LONG_ENOUGH));
	const left = Math.max(0, blob.box.x - 1);
	const top = Math.max(0, blob.box.y - 1);
	const width = Math.ceil((Math.min(ink.width, blob.box.x + blob.box.width + 1) - left) / step);
	const height = Math.ceil((Math.min(ink.height, blob.box.y + blob.box.height + 1) - top) / step);
	const data = new Float32Array(width * height);
	for (const [y, from, to] of blob.runs) {
		const start = Math.ceil((Math.max(left, from - 1) - left) / step);
		const end = Math.min(width, Math.ceil((to + 1 - left) / step));
		const last = Math.min(height - 1, Math.floor((y + 1 - top) / step));
		for (let row = Math.ceil((Math.max(top, y - 1) - top) / step); row <= last; row++) {
			const place = (top + row * step) * ink.width + left;
			for (let x = start; x < end; x++) data[row * width + x] = ink.data[place + x * step] / 255;
		}
	}
	return { width, height, data };
}
