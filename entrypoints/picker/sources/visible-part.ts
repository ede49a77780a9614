import { type Box, carry, intersect, type Size } from "../../../lib/geometry.ts";
import { fitPicture } from "../object-fit.ts";
import { contentBox } from "../viewport.ts";

/** The whole of an element's picture in CSS pixels of the viewport, also what `object-fit` cuts off. */
export function wholePlace(element: HTMLElement, natural: Size): Box {
	const { objectFit, objectPosition } = getComputedStyle(element);
	return fitPicture(contentBox(element), natural, objectFit, objectPosition);
}

/** What `object-fit` leaves of it, in CSS pixels of the viewport. */
export function cutPlace(element: HTMLElement, natural: Size): Box {
	return intersect(wholePlace(element, natural), contentBox(element));
}

/** The same part in pixels of the picture. */
export function cutPixels(element: HTMLElement, natural: Size): Box {
	return carry(cutPlace(element, natural), wholePlace(element, natural), { x: 0, y: 0, ...natural });
}
