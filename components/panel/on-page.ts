import { type Box, carry, type Size } from "../../lib/geometry.ts";

/** A box in pixels of a picture of `size`, as it stands on the page where the whole picture stands at `place`. */
export const onPage = (box: Box, { width, height }: Size, place: Box): Box =>
	carry(box, { x: 0, y: 0, width, height }, place);

/** Room that the label of a box takes above it and, at the right end of a line, beside it. CSS pixels. */
const LABEL = { height: 28, width: 96 };

/** Where the label of a box stands so that it stays inside the viewport: above it and from its left edge on, if it can. */
export function labelSide({ x, y }: Box, viewport: Size): { isBelow: boolean; isToLeft: boolean } {
	return { isBelow: y < LABEL.height, isToLeft: x + LABEL.width > viewport.width };
}

/** What of a viewport a picture and the labels of its digits take, however many there are. */
export function withLabels(place: Box, viewport: Size): Box {
	const mayBe = {
		below: place.y < LABEL.height,
		toLeft: place.x + place.width + LABEL.width > viewport.width,
	};
	const x = clamp(place.x - (mayBe.toLeft ? LABEL.width : BORDER), viewport.width);
	const y = clamp(place.y - LABEL.height, viewport.height);
	const below = mayBe.below ? LABEL.height : BORDER;
	return {
		x,
		y,
		width: clamp(place.x + place.width + LABEL.width, viewport.width) - x,
		height: clamp(place.y + place.height + below, viewport.height) - y,
	};
}

const BORDER = 5;

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}
