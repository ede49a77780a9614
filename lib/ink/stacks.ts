import { strokeDistance } from "./distance.ts";
import { inkBounds, type Stroke } from "./stroke.ts";

/** Strokes closer than this share of the higher one's height touch. */
const TOUCHING = 0.1;
/** Share of the narrower stroke that lies over or under the other one in a stack. */
const COMMON_WIDTH = 0.5;

/**
 * Strokes that touch and lie over one another, by index: parts of one character, such as the two loops of an
 * 8, or characters of two rows that run into each other. Every stroke is in exactly one group.
 */
export function stackStrokes(strokes: readonly Stroke[]): number[][] {
	const boxes = strokes.map((stroke) => inkBounds([stroke]));
	const groupOf = strokes.map((_, i) => [i]);
	for (let i = 0; i < strokes.length; i++) {
		for (let j = 0; j < i; j++) {
			if (groupOf[i] === groupOf[j]) continue;
			const reach = TOUCHING * Math.max(boxes[i].height, boxes[j].height);
			if (commonWidth(boxes[i], boxes[j]) < COMMON_WIDTH || gap(boxes[i], boxes[j]) > reach) continue;
			if (strokeDistance(strokes[i], strokes[j]) > reach) continue;
			groupOf[i].push(...groupOf[j]);
			for (const member of groupOf[j]) groupOf[member] = groupOf[i];
		}
	}
	return [...new Set(groupOf)];
}

type Bounds = ReturnType<typeof inkBounds>;

function commonWidth(a: Bounds, b: Bounds): number {
	const common = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	// An upright stroke has no width: what counts then is whether it stands inside the other.
	const narrower = Math.min(a.width, b.width);
	return narrower > 0 ? common / narrower : Number(common >= 0);
}

const gap = (a: Bounds, b: Bounds) => Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
