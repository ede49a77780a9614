import { browser } from "wxt/browser";
import type { Box } from "../../lib/geometry.ts";
import { HOST } from "./overlay.ts";
import { own } from "./own.ts";
import { viewport, viewportBox } from "./viewport.ts";

/** What the person pointed at. */
export type Target =
	| { readonly kind: "element"; readonly element: Element }
	/** Inside a frame of another site, where no script of this page reaches. */
	| { readonly kind: "foreign-frame" }
	/** The page itself, or a large part of it. */
	| { readonly kind: "page" }
	| { readonly kind: "nothing" };

const PICTURES = "img, video, canvas, svg, svg image, input[type=image]";

/** The element whose context menu was opened; `address` is that of its picture as the browser names it. */
export function findTarget(address: string | undefined): Target {
	const pointed = deepHovered(document);
	// Of a drawing within the page it is a line that is pointed at.
	const hovered = (pointed && own(pointed, "closest")("svg:not(svg svg)")) ?? pointed;
	if (hovered && isPicture(hovered) && (!address || addressOf(hovered) === address))
		return { kind: "element", element: hovered };
	const same = address
		? deepPictures(document).find((picture) => addressOf(picture) === address && isShown(picture))
		: undefined;
	if (same) return { kind: "element", element: same };
	if (!hovered) return { kind: "nothing" };
	if (isFrame(hovered)) return { kind: "foreign-frame" };
	if (hasBackgroundPicture(hovered)) return { kind: "element", element: hovered };
	const beneath = pictureUnder(hovered);
	if (beneath) return { kind: "element", element: beneath };
	return isMuchOfThePage(hovered) ? { kind: "page" } : { kind: "element", element: hovered };
}

/** A picture under something transparent covers at least this much of it. */
const SAME = 0.8;

/** The picture that is seen through an element which lies over it; null where there is none. */
function pictureUnder(element: Element): Element | null {
	const box = viewportBox(element);
	const found = elementAt(box.x + box.width / 2, box.y + box.height / 2);
	if (!found || !(isPicture(found) || hasBackgroundPicture(found))) return null;
	return sharedArea(viewportBox(found), box) > SAME * box.width * box.height ? found : null;
}

/** What covers more of the viewport than this is not what somebody points at to have a number read. */
const MUCH = 0.5;

function isMuchOfThePage(element: Element): boolean {
	const { documentElement, body } = own(element, "ownerDocument");
	// They may be as high as their content, and are under the pointer all the same.
	if (element === documentElement || element === body) return true;
	const seen = viewport();
	return sharedArea(viewportBox(element), seen) > MUCH * seen.width * seen.height;
}

/** The area that two boxes share. */
function sharedArea(a: Box, b: Box): number {
	const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return Math.max(0, across) * Math.max(0, down);
}

/** The picture at a point of the viewport, through whatever transparent things lie over it; else the topmost element. */
export function elementAt(x: number, y: number, root: Document | ShadowRoot = document): Element | null {
	const stack = root.elementsFromPoint(x, y).filter((element) => !own(element, "matches")(HOST));
	const picture = stack.find(isPicture) ?? stack.find(hasBackgroundPicture);
	if (picture) return picture;
	const [top] = stack;
	const shadow = top && shadowOf(top);
	return shadow && shadow !== root ? elementAt(x, y, shadow) : (top ?? null);
}

/** The topmost element of the page at a point of the viewport, as if nothing of ours lay over it. */
export function beneath(x: number, y: number): Element {
	return (
		document.elementsFromPoint(x, y).find((element) => !own(element, "matches")(HOST)) ??
		document.documentElement
	);
}

/** The address of the picture that an element shows, as the context menu names it. */
export function addressOf(element: Element): string {
	if (own(element, "localName") === "image") return (element as SVGImageElement).href.baseVal;
	const { currentSrc, src } = element as HTMLImageElement;
	return currentSrc || src || "";
}

export function isPicture(element: Element): boolean {
	return own(element, "matches")(PICTURES);
}

function hasBackgroundPicture(element: Element): boolean {
	return getComputedStyle(element).backgroundImage.includes("url(");
}

function isShown(element: Element): boolean {
	const { width, height } = viewportBox(element);
	return width > 0 && height > 0;
}

function deepHovered(root: Document | ShadowRoot): Element | undefined {
	const last = [...root.querySelectorAll(":hover")].at(-1);
	const inner = last && innerRoot(last);
	return (inner && deepHovered(inner)) ?? last;
}

function deepPictures(root: Document | ShadowRoot): Element[] {
	return [...root.querySelectorAll("*")].flatMap((element) => {
		if (isPicture(element)) return [element];
		const inner = innerRoot(element);
		return inner ? deepPictures(inner) : [];
	});
}

/** The tree inside an element: its shadow, or its document where it is a frame of the same site. */
export function innerRoot(element: Element): Document | ShadowRoot | null {
	if (isFrame(element)) return element.contentDocument;
	return shadowOf(element);
}

function isFrame(element: Element): element is HTMLIFrameElement {
	return ["iframe", "frame"].includes(own(element, "localName"));
}

/** The shadow of an element, closed ones included: both browsers show them to extensions, each in its own way. */
function shadowOf(element: Element): ShadowRoot | null {
	if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
	if (!(element instanceof HTMLElement)) return null;
	return browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
