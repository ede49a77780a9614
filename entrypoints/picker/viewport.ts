import type { Box } from "../../lib/geometry.ts";
import { own } from "./own.ts";

/** An element's border box in CSS pixels of the main viewport, also when it is in frames of the same site. */
export function viewportBox(element: Element): Box {
	const { x, y, width, height } = own(element, "getBoundingClientRect")();
	const frame = frameOf(element);
	return frame ? fromFrame({ x, y, width, height }, frame) : { x, y, width, height };
}

/** The box inside border and padding of an upright element, in CSS pixels of the main viewport. */
export function contentBox(element: HTMLElement): Box {
	const box = viewportBox(element);
	const style = getComputedStyle(element);
	const px = (property: string) => Number.parseFloat(style.getPropertyValue(property)) || 0;
	// Transforms scale borders and padding together with the box.
	const sx = element.offsetWidth ? box.width / element.offsetWidth : 1;
	const sy = element.offsetHeight ? box.height / element.offsetHeight : 1;
	const left = (px("border-left-width") + px("padding-left")) * sx;
	const top = (px("border-top-width") + px("padding-top")) * sy;
	return {
		x: box.x + left,
		y: box.y + top,
		width: box.width - left - (px("border-right-width") + px("padding-right")) * sx,
		height: box.height - top - (px("border-bottom-width") + px("padding-bottom")) * sy,
	};
}

/** The main viewport, in its own CSS pixels. */
export function viewport(): Box {
	return { x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight };
}

/** The same rectangle on what a screenshot shows: pinch zoom shows a part of the layout viewport, enlarged. */
export function onScreen(box: Box): Box {
	const zoom = visualViewport;
	if (!zoom) return box;
	return {
		x: (box.x - zoom.offsetLeft) * zoom.scale,
		y: (box.y - zoom.offsetTop) * zoom.scale,
		width: box.width * zoom.scale,
		height: box.height * zoom.scale,
	};
}

/** False where CSS cuts, turns, mirrors or tilts the element: then what one sees is not what its file holds. */
export function isUpright(element: Element): boolean {
	// Of Chrome alone; elsewhere it is empty.
	const part = getComputedStyle(element).getPropertyValue("object-view-box");
	if (part !== "" && part !== "none") return false;
	for (let at: Element | null = element; at; at = composedParent(at)) {
		const { transform, rotate, scale } = getComputedStyle(at);
		if (rotate !== "none" || scale.includes("-")) return false;
		if (transform === "none") continue;
		const { a, b, c, d, is2D } = new DOMMatrix(transform);
		if (!is2D || a <= 0 || d <= 0 || Math.abs(b) > 1e-3 || Math.abs(c) > 1e-3) return false;
	}
	return true;
}

/** The parent as it is laid out: out of shadow trees and out of frames of the same site. */
export function composedParent(element: Element): Element | null {
	const parent = own(element, "assignedSlot") ?? own(element, "parentElement");
	if (parent) return parent;
	const root = own(element, "getRootNode")();
	return root instanceof ShadowRoot ? root.host : frameOf(element);
}

function frameOf(element: Element): HTMLElement | null {
	const view = own(element, "ownerDocument").defaultView;
	return view && view !== window ? (view.frameElement as HTMLElement | null) : null;
}

function fromFrame(box: Box, frame: HTMLElement): Box {
	const content = contentBox(frame);
	const sx = frame.clientWidth ? content.width / innerSize(frame, "width") : 1;
	const sy = frame.clientHeight ? content.height / innerSize(frame, "height") : 1;
	return {
		x: content.x + box.x * sx,
		y: content.y + box.y * sy,
		width: box.width * sx,
		height: box.height * sy,
	};
}

function innerSize(frame: HTMLElement, side: "width" | "height"): number {
	const view = (frame as HTMLIFrameElement).contentWindow;
	return (side === "width" ? view?.innerWidth : view?.innerHeight) || 1;
}
