import { isOrphan } from "../../lib/browser/client.ts";

/**
 * Selects the one element that is added to a page. A plain element: a custom one, with a name of its own, could be
 * defined by the page, which then sees into its closed shadow root (ElementInternals.shadowRoot).
 */
export const HOST = "div[data-digit-lens]";

/** How often the page may take the element away or change it before it gets its will. */
const PATIENCE = 50;

/** What the page's styles must not reach: the host covers the viewport, lets clicks through and shows nothing. */
const HOST_STYLE = important({
	all: "initial",
	display: "block",
	position: "fixed",
	inset: "0",
	width: "auto",
	height: "auto",
	margin: "0",
	padding: "0",
	border: "0",
	background: "transparent",
	overflow: "hidden",
	"pointer-events": "none",
	"z-index": "2147483647",
});

/**
 * How long the elements are seen after this script last gave a sign of life. When its extension is updated or switched
 * off, Firefox takes all that the script listens to, and what it left would lie over the page until that is loaded
 * anew; a transition is the browser's own, and ends without it. Milliseconds.
 */
const LEASE = 5000;
const RENEWED_EVERY = 1000;
const SEEN = important({ visibility: "visible", transition: "none" });
const LEASED = important({ visibility: "hidden", transition: `visibility 0s ${LEASE}ms` });

export type Attributes = Readonly<Record<string, string>>;

export interface Overlay {
	/** Gives an element of the overlay these attributes and no others, whatever the page makes of them. */
	dress(element: HTMLElement, attributes: Attributes): void;
	/** Takes everything out of the page. */
	remove(): void;
}

export interface OverlayEffects {
	/** The elements were put into the page, for the first time or again: a frame among them begins anew. */
	readonly onInserted: () => void;
	/** The page insists on its will. */
	readonly onLost: () => void;
	/** What it stood over is gone: the page was written anew, or the extension was updated. */
	readonly onOver: () => void;
}

/** A style for an attribute that no rule of a page overrides. */
export function important(style: Readonly<Record<string, string>>): string {
	return Object.entries(style)
		.map(([property, value]) => `${property}: ${value} !important`)
		.join("; ");
}

/**
 * Puts elements over a page, in the top layer. What the page does to them is undone until it insists. A closed
 * shadow root keeps the page's styles out; it keeps no secret, for in Firefox events lead into it. Removes an overlay that an
 * earlier, dead copy of the script may have left.
 */
export function createOverlay(
	dressed: readonly (readonly [HTMLElement, Attributes])[],
	{ onInserted, onLost, onOver }: OverlayEffects,
): Overlay {
	const elements = dressed.map(([element]) => element);
	for (const old of document.querySelectorAll(HOST)) old.remove();
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "closed" });
	const { documentElement } = document;
	const clothes = new Map<HTMLElement, Attributes>([
		[host, { "data-digit-lens": "", style: HOST_STYLE, popover: "manual" }],
		...dressed.map(([element, attributes]) => [element, styled(attributes, LEASED)] as const),
	]);
	/** A page may be zoomed by its styles, which would zoom the host and the frame in it once more. */
	function unzoom(): void {
		const zoom = host.parentElement?.currentCSSZoom ?? 1;
		const style = `${HOST_STYLE}; ${important({ zoom: String(1 / zoom) })}`;
		clothes.set(host, { ...clothes.get(host), style });
		wear(host, clothes.get(host)!);
	}
	let patience = PATIENCE;
	let isGone = false;
	const observer = new MutationObserver(() => check());

	function watch(): void {
		// What was taken out would come back with the page's next change.
		if (isGone) return;
		// Modal dialogs come and go by their attribute "open", which may be anywhere.
		observer.observe(document, { subtree: true, childList: true, attributeFilter: ["open"] });
		observer.observe(host, { attributes: true });
		observer.observe(root, { subtree: true, childList: true, attributes: true });
	}
	/** Does something of our own that must not call us again. */
	function unseen(act: () => void): void {
		observer.disconnect();
		act();
		watch();
	}
	function insert(): void {
		for (const [element, attributes] of clothes) wear(element, attributes);
		root.replaceChildren(...elements);
		parentNow().append(host);
		host.showPopover();
		lease();
		onInserted();
	}
	/** The elements are seen from now on, for as long as a lease lasts. */
	function lease(): void {
		unzoom();
		for (const element of elements) wear(element, styled(clothes.get(element)!, SEEN));
		// A transition begins at what was computed before.
		for (const element of elements) getComputedStyle(element).visibility;
		for (const element of elements) wear(element, clothes.get(element)!);
	}
	const renew = () => unseen(lease);
	function check(): void {
		// `document.open` has also taken all that was listened to here.
		if (document.documentElement !== documentElement) {
			onOver();
			return;
		}
		const parent = parentNow();
		const whole =
			host.isConnected &&
			elements.length === root.childNodes.length &&
			elements.every((element) => element.parentNode === root) &&
			[...clothes].every(([element, attributes]) => wears(element, attributes));
		if (whole && host.parentNode === parent && host.matches(":popover-open")) return;
		// The extension was updated, and whoever came after us took this away.
		if (isOrphan()) onOver();
		else if (patience-- <= 0) onLost();
		else
			unseen(() => {
				if (!whole) return insert();
				if (host.parentNode !== parent && !move(host, parent)) return insert();
				raise();
			});
	}
	/** Brings the host above all that has entered the top layer after it. */
	function raise(): void {
		const focused = document.activeElement === host;
		if (host.matches(":popover-open")) host.hidePopover();
		host.showPopover();
		lease();
		if (focused) elements[0]!.focus({ preventScroll: true });
	}
	/** Something else has entered the top layer. */
	function overtaken(event: Event): void {
		const entered =
			event.type === "fullscreenchange" ||
			((event.target as HTMLElement).popover !== null && (event as ToggleEvent).newState === "open");
		if (event.target === host) check();
		else if (entered && patience-- > 0) unseen(raise);
	}
	document.addEventListener("toggle", overtaken, true);
	document.addEventListener("fullscreenchange", overtaken, true);
	const renewal = setInterval(renew, RENEWED_EVERY);
	document.addEventListener("visibilitychange", renew);
	insert();
	watch();

	return {
		dress(element, attributes) {
			clothes.set(element, styled(attributes, LEASED));
			unseen(() => wear(element, clothes.get(element)!));
		},
		remove() {
			isGone = true;
			observer.disconnect();
			clearInterval(renewal);
			document.removeEventListener("visibilitychange", renew);
			document.removeEventListener("toggle", overtaken, true);
			document.removeEventListener("fullscreenchange", overtaken, true);
			host.remove();
		},
	};
}

/** While a modal dialog is open all that is outside it is inert. */
function parentNow(): Element {
	return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}

/** Moves a part of the page whose frames live on; false where the browser cannot do that. */
function move(element: Element, parent: Element): boolean {
	// Chrome since 133, Firefox since 144.
	const { moveBefore } = parent as { moveBefore?: (node: Node, before: Node | null) => void };
	if (!moveBefore) return false;
	try {
		moveBefore.call(parent, element, null);
		return true;
	} catch {
		return false;
	}
}

/** These attributes with some more style. */
function styled(attributes: Attributes, style: string): Attributes {
	return { ...attributes, style: `${attributes.style}; ${style}` };
}

/** The styles that elements were given last, as the browser writes them. */
const worn = new WeakMap<Element, string | null>();

function wear(element: HTMLElement, { style, ...attributes }: Attributes): void {
	for (const name of element.getAttributeNames())
		if (name !== "style" && !(name in attributes)) element.removeAttribute(name);
	for (const [name, value] of Object.entries(attributes))
		if (element.getAttribute(name) !== value) element.setAttribute(name, value);
	// Not as an attribute: the policy of a page, also of our own ones, may forbid that.
	element.style.cssText = style ?? "";
	worn.set(element, element.getAttribute("style"));
}

function wears(element: Element, attributes: Attributes): boolean {
	const names = element.getAttributeNames();
	return (
		names.length === Object.keys(attributes).length &&
		names.every(
			(name) => element.getAttribute(name) === (name === "style" ? worn.get(element) : attributes[name]),
		)
	);
}
