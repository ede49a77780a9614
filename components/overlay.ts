import { type ComponentChild, render } from "preact";
import { markLanguage } from "../lib/browser/language.ts";
import base from "./base.css?inline";
import overlay from "./overlay.css?inline";

/**
 * Selects the one element that is added to a page. A plain element: a custom one, with a name of its own, could be
 * defined by the page, which then sees into its closed shadow root (ElementInternals.shadowRoot).
 */
export const HOST = "div[data-digit-lens]";

/** How often the page may take the element away or change it before it gets its will. */
const PATIENCE = 50;

/** What the page's styles must not reach: the host covers the viewport, lets clicks through and shows nothing. */
const HOST_STYLE: Readonly<Record<string, string>> = {
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
};

export interface Overlay {
	/** Renders into the overlay, in CSS pixels of the viewport from its top left corner. */
	show(content: ComponentChild): void;
	/** Makes it invisible without forgetting anything, and back. */
	setVisible(visible: boolean): void;
	/** Takes everything out of the page. */
	remove(): void;
}

/**
 * A layer over a page that the page can neither style nor read: a closed shadow root in the top layer. What the
 * page does to it is undone until it insists, and `onLost` is told. Removes one that an earlier, dead copy of the script may have left.
 */
export function createOverlay(css: string, onLost: () => void): Overlay {
	for (const old of document.querySelectorAll(HOST)) old.remove();
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "closed" });
	const style = document.createElement("style");
	style.textContent = base + overlay + css;
	const content = document.createElement("div");
	content.className = "layer";
	markLanguage(content);
	root.append(style, content);
	// Keys and clicks meant for us are none of the page's business.
	for (const type of ["keydown", "keyup", "keypress", "click", "pointerdown", "mousedown"])
		root.addEventListener(type, (event) => event.stopPropagation());

	// While a modal dialog is open all that is outside it is inert.
	const parent = document.querySelector("dialog:modal") ?? document.documentElement;
	const dress = () => {
		for (const name of host.getAttributeNames()) host.removeAttribute(name);
		host.dataset.digitLens = "";
		for (const [property, value] of Object.entries(HOST_STYLE))
			host.style.setProperty(property, value, "important");
		host.popover = "manual";
	};
	const insert = () => {
		dress();
		parent.append(host);
		host.showPopover();
	};
	insert();
	const stopGuard = guard(host, parent, insert, onLost);

	return {
		show: (child) => render(child, content),
		// Inside, where the page does not see it.
		setVisible: (visible) => {
			content.style.visibility = visible ? "visible" : "hidden";
		},
		remove() {
			stopGuard();
			render(null, content);
			host.remove();
		},
	};
}

/**
 * Calls `restore` whenever the page changes or takes away `host`, and `giveUp` when it did so too often. Returns
 * what stops it.
 */
function guard(host: HTMLElement, parent: Element, restore: () => void, giveUp: () => void): () => void {
	let patience = PATIENCE;
	const observer = new MutationObserver(() => check());
	const watch = () => {
		observer.observe(host, { attributes: true });
		observer.observe(parent, { childList: true });
	};
	const stop = () => {
		observer.disconnect();
		host.removeEventListener("toggle", check);
	};
	const attributes = () =>
		host
			.getAttributeNames()
			.map((name) => `${name}=${host.getAttribute(name)}`)
			.join();
	const asTheyWere = attributes();
	function check() {
		if (host.isConnected && attributes() === asTheyWere && host.matches(":popover-open")) return;
		// What we do ourselves must not call us again.
		observer.disconnect();
		if (patience-- <= 0) return giveUp();
		restore();
		watch();
	}
	host.addEventListener("toggle", check);
	watch();
	return stop;
}
