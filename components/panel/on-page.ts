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

/** Room that the label of a box takes above it and, at the right end of a line, beside it. CSS pixels. */
const LABEL = { height: 28, width: 96 };

/** What of a viewport a picture and the labels of its digits take, however many there are. */
export function withLabels(place: Box, viewport: Size): Box {
	const x = clamp(place.x - BORDER, viewport.width);
	const y = clamp(place.y - LABEL.height, viewport.height);
	return {
		x,
		y,
		width: clamp(place.x + place.width + LABEL.width, viewport.width) - x,
		height: clamp(place.y + place.height + BORDER, viewport.height) - y,
	};
}

const BORDER = 5;

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}
