import type { Box } from "../../lib/geometry.ts";
import { composedParent, viewportBox } from "./viewport.ts";

/**
 * Where something stands now, as `measure` finds it at an element. Pages replace and hide what they show: then what
 * held it carries its last known place along. CSS pixels of the viewport.
 */
export function placeOf(element: Element, measure: () => Box): () => Box {
	const carried = carriedBy(element, measure());
	return () => {
		const now = measure();
		return isShown(now) ? now : carried();
	};
}

/** A rectangle of the viewport that moves with an element, or with the nearest that is left of what holds that. */
export function carriedBy(element: Element, box: Box): () => Box {
	const holders = [...withAncestors(element)].map((holder) => ({ holder, from: viewportBox(holder) }));
	return () => {
		for (const { holder, from } of holders) {
			const now = viewportBox(holder);
			if (isShown(now)) return { ...box, x: box.x + now.x - from.x, y: box.y + now.y - from.y };
		}
		return box;
	};
}

const isShown = ({ width, height }: Box): boolean => width > 0 || height > 0;

function* withAncestors(element: Element): Generator<Element> {
	for (let at: Element | null = element; at; at = composedParent(at)) yield at;
}
