import { encode } from "fast-png";
import type { InkMap } from "../../../lib/image/pixels.ts";

const GAP = 2;
const GAP_GRAY = 90;

/** A PNG with pictures of one size side by side, row by row, every pixel `zoom` x `zoom` large. */
export function drawPictureGrid(pictures: readonly InkMap[], columns: number, zoom: number): Uint8Array {
	const [wide, high] = [pictures[0].width * zoom + GAP, pictures[0].height * zoom + GAP];
	const width = columns * wide;
	const height = Math.ceil(pictures.length / columns) * high;
	const data = new Uint8Array(width * height).fill(GAP_GRAY);
	pictures.forEach((picture, index) => {
		const left = (index % columns) * wide;
		const top = Math.floor(index / columns) * high;
		for (let y = 0; y < high - GAP; y++) {
			for (let x = 0; x < wide - GAP; x++) {
				const ink = picture.data[Math.floor(y / zoom) * picture.width + Math.floor(x / zoom)];
				data[(top + y) * width + left + x] = Math.round(ink * 255);
			}
		}
	});
	return encode({ width, height, data, channels: 1 });
}
