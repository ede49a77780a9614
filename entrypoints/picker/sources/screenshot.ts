import type { Box } from "../../../lib/geometry.ts";
import { intersect } from "../boxes.ts";
import { onScreen, viewport, viewportBox } from "../viewport.ts";
import type { Source, Subject } from "./source.ts";

/** Cuts what is visible of the element out of a screenshot: all that is left for what the page may not see. */
export const screenshot: Source = async (element) => {
	const subject = cutOut(viewportBox(element), element);
	return subject && { ...subject, note: "Read from what the screen shows." };
};

/** What the viewport shows of a rectangle (CSS pixels) that moves with `anchor`; null when it shows nothing. */
export function cutOut(region: Box, anchor: Element): Subject | null {
	const rect = intersect(region, viewport());
	if (rect.width < 1 || rect.height < 1) return null;
	const from = viewportBox(anchor);
	return {
		picture: { kind: "screenshot", rect: onScreen(rect), viewportWidth: innerWidth },
		place: () => {
			const now = viewportBox(anchor);
			return { ...rect, x: rect.x + now.x - from.x, y: rect.y + now.y - from.y };
		},
		fromScreen: true,
	};
}
