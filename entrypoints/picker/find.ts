import { browser } from "wxt/browser";
import { HOST } from "./overlay.ts";
import { viewportBox } from "./viewport.ts";

/** What the person pointed at. */
export type Target =
	| { readonly kind: "element"; readonly element: Element }
	/** Inside a frame of another site, where no script of this page reaches. */
	| { readonly kind: "foreign-frame" }
	| { readonly kind: "nothing" };

const PICTURES = "img, video, canvas, svg, svg image, input[type=image]";

/** The element whose context menu was opened; `address` is that of its picture as the browser names it. */
export function findTarget(address: string | undefined): Target {
	const hovered = deepHovered(document);
	if (hovered && isPicture(hovered) && (!address || addressOf(hovered) === address))
		return { kind: "element", element: hovered };
	const same = address
		? deepPictures(document).find((picture) => addressOf(picture) === address && isShown(picture))
		: undefined;
	if (same) return { kind: "element", element: same };
	if (hovered?.localName === "iframe" || hovered?.localName === "frame") return { kind: "foreign-frame" };
	return hovered ? { kind: "element", element: hovered } : { kind: "nothing" };
}

/** The picture at a point of the viewport, through whatever transparent things lie over it; else the topmost element. */
export function elementAt(x: number, y: number, root: Document | ShadowRoot = document): Element | null {
	const stack = root.elementsFromPoint(x, y).filter((element) => !element.matches(HOST));
	const picture = stack.find(isPicture) ?? stack.find(hasBackgroundPicture);
	if (picture) return picture;
	const [top] = stack;
	const shadow = top && shadowOf(top);
	return shadow && shadow !== root ? elementAt(x, y, shadow) : (top ?? null);
}

/** The topmost element of the page at a point of the viewport, as if nothing of ours lay over it. */
export function beneath(x: number, y: number): Element {
	return (
		document.elementsFromPoint(x, y).find((element) => !element.matches(HOST)) ?? document.documentElement
	);
}

/** The address of the picture that an element shows, as the context menu names it. */
export function addressOf(element: Element): string {
	if (element.localName === "image") return (element as SVGImageElement).href.baseVal;
	const { currentSrc, src } = element as HTMLImageElement;
	return currentSrc || src || "";
}

export function isPicture(element: Element): boolean {
	return element.matches(PICTURES);
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
	if (element.localName === "iframe" || element.localName === "frame")
		return (element as HTMLIFrameElement).contentDocument;
	return shadowOf(element);
}

/** The shadow of an element, closed ones included: both browsers show them to extensions, each in its own way. */
function shadowOf(element: Element): ShadowRoot | null {
	if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
	if (!(element instanceof HTMLElement)) return null;
	return browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
