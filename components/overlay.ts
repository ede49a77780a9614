import { type ComponentChild, render } from "preact";
import base from "./base.css?inline";
import overlay from "./overlay.css?inline";

/** The name of the one element that is added to a page. */
export const HOST = "digit-lens";

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
 * A layer over a page that the page can neither style nor read: a closed shadow root in the top layer. Removes
 * one that an earlier, dead copy of the script may have left.
 */
export function createOverlay(css: string): Overlay {
	for (const old of document.querySelectorAll(HOST)) old.remove();
	const host = document.createElement(HOST);
	for (const [property, value] of Object.entries(HOST_STYLE))
		host.style.setProperty(property, value, "important");
	const root = host.attachShadow({ mode: "closed" });
	const style = document.createElement("style");
	style.textContent = base + overlay + css;
	const content = document.createElement("div");
	content.className = "layer";
	root.append(style, content);
	// Keys and clicks meant for us are none of the page's business.
	for (const type of ["keydown", "keyup", "keypress", "click", "pointerdown", "mousedown"])
		root.addEventListener(type, (event) => event.stopPropagation());

	// While a modal dialog is open all that is outside it is inert.
	(document.querySelector("dialog:modal") ?? document.documentElement).append(host);
	host.popover = "manual";
	host.showPopover();
	return {
		show: (child) => render(child, content),
		setVisible: (visible) =>
			host.style.setProperty("visibility", visible ? "visible" : "hidden", "important"),
		remove() {
			render(null, content);
			host.remove();
		},
	};
}
