import { t } from "../../../lib/browser/language.ts";
import type { Box } from "../../../lib/geometry.ts";
import { intersect } from "../../../lib/geometry.ts";
import { isPicture } from "../find.ts";
import { carriedBy } from "../place-of.ts";
import { contentBox, isUpright, onScreen, viewport, viewportBox } from "../viewport.ts";
import type { Source, Subject } from "./source.ts";

/** What of an element's edge is left out, since rounding to device pixels may bring in its frame. CSS pixels. */
const EDGE = 1;

/** Cuts what is visible of the element out of a screenshot: all that is left for what the page may not see. */
export const screenshot: Source = async (element) => {
	// A frame around a picture would be read as ones.
	const framed = isPicture(element) && element instanceof HTMLElement && isUpright(element);
	const { x, y, width, height } = framed ? contentBox(element) : viewportBox(element);
	const inner = { x: x + EDGE, y: y + EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE };
	const subject = cutOut(inner, element);
	return subject && { ...subject, note: t("picker.fromScreen") };
};

/** What the viewport shows of a rectangle (CSS pixels) that moves with `anchor`; null when it shows nothing. */
export function cutOut(region: Box, anchor: Element): Subject | null {
	const rect = intersect(region, viewport());
	if (rect.width < 1 || rect.height < 1) return null;
	return {
		picture: { kind: "screenshot", rect: onScreen(rect), viewportWidth: innerWidth },
		place: carriedBy(anchor, rect),
		fromScreen: true,
	};
}
