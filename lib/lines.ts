import type { Box } from "./geometry.ts";

/** A box is small, such as a dot or the bar of a 7, when it is lower than this share of the median height. */
const SMALL = 0.5;

/** Share of the lower box's height that two neighbours on one line have in common. */
const COMMON_HEIGHT = 0.4;

/**
 * Groups boxes into lines of writing: indices, lines from the top, each from left to right.
 *
 * Neighbours are linked, not compared with the whole line, so that a line may climb or fall. Small boxes
 * follow the tall box nearest to them.
 */
export function linesOf(boxes: readonly Box[]): number[][] {
	const heights = boxes.map((box) => Math.max(box.height, 0.5 * box.width)).sort((a, b) => a - b);
	const limit = SMALL * (heights[heights.length >> 1] ?? 0);
	const isTall = (box: Box) => Math.max(box.height, 0.5 * box.width) >= limit;
	const tall = boxes.map((_, i) => i).filter((i) => isTall(boxes[i]));
	const lines = linkNeighbours(boxes, tall);
	for (let i = 0; i < boxes.length; i++) {
		if (isTall(boxes[i])) continue;
		const nearest = tall.reduce((a, b) =>
			distance(boxes[i], boxes[b]) < distance(boxes[i], boxes[a]) ? b : a,
		);
		lines.find((line) => line.includes(nearest))?.push(i);
	}
	const middle = (line: number[]) => line.reduce((sum, i) => sum + centreY(boxes[i]), 0) / line.length;
	for (const line of lines) line.sort((a, b) => centreX(boxes[a]) - centreX(boxes[b]));
	return lines.sort((a, b) => middle(a) - middle(b));
}

function linkNeighbours(boxes: readonly Box[], tall: readonly number[]): number[][] {
	const fromLeft = [...tall].sort((a, b) => centreX(boxes[a]) - centreX(boxes[b]));
	const lines: number[][] = [];
	for (const i of fromLeft) {
		let best: number[] | undefined;
		let bestShare = COMMON_HEIGHT;
		for (const line of lines) {
			const share = commonHeight(boxes[line[line.length - 1]], boxes[i]);
			if (share >= bestShare) {
				best = line;
				bestShare = share;
			}
		}
		if (best) best.push(i);
		else lines.push([i]);
	}
	return lines;
}

const centreX = (box: Box) => box.x + box.width / 2;
const centreY = (box: Box) => box.y + box.height / 2;

function commonHeight(a: Box, b: Box): number {
	const common = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return common / Math.max(1e-9, Math.min(a.height, b.height));
}

function distance(a: Box, b: Box): number {
	const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
	const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
	return Math.hypot(dx, dy) + 1e-3 * Math.hypot(centreX(a) - centreX(b), centreY(a) - centreY(b));
}
