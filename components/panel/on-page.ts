import type { Box } from "../../lib/geometry.ts";

interface Size {
	readonly width: number;
	readonly height: number;
}

/** A box in pixels of a picture of `size`, as it stands on the page where the whole picture stands at `place`. */
export function onPage(box: Box, size: Size, place: Box): Box {
	const sx = place.width / size.width;
	const sy = place.height / size.height;
	return {
		x: place.x + box.x * sx,
		y: place.y + box.y * sy,
		width: box.width * sx,
		height: box.height * sy,
	};
}

/** The smallest box around some; null around none. */
export function around(boxes: readonly Box[]): Box | null {
	if (boxes.length === 0) return null;
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}
