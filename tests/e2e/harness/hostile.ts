/**
 * A page that tries to style, read, click and remove whatever is put into it, before and after it is there.
 * What it got hold of is in `loot`; `attack()` tries all that can be tried at any time.
 */
export const HOSTILE_PAGE = `<!doctype html><title>A hostile page</title>
<style>
	:root, :not(head, head *, body, img) {
		--text: red !important; --ink: red !important; --paper: red !important; --accent: red !important;
	}
	:not(html, head, head *, body, img) {
		display: none !important; opacity: 0 !important; font: 1px serif !important; color: red !important;
		transform: scale(0) !important; pointer-events: none !important; transition: all 9s !important;
	}
</style>
<body><img id="target" src="/p.png" width="300">
<script>
	const loot = [];
	const known = new Set(document.querySelectorAll("*"));
	const strangers = () => [...document.querySelectorAll("*")].filter((element) => !known.has(element));

	// Custom elements see the closed shadow roots that are attached to them.
	for (const name of ["digit-lens", "digit-lens-panel"])
		customElements.define(name, class extends HTMLElement {
			inner = this.attachInternals();
		});

	const { attachShadow, append, remove } = Element.prototype;
	Element.prototype.attachShadow = function (how) {
		const root = attachShadow.call(this, { ...how, mode: "open" });
		loot.push(root);
		return root;
	};
	Element.prototype.append = function (...nodes) {
		loot.push(...nodes);
		append.apply(this, nodes);
	};
	Object.defineProperty(Element.prototype, "innerHTML", { set(html) { loot.push(html); } });
	HTMLCanvasElement.prototype.toDataURL = () => "data:image/png,forged";
	CanvasRenderingContext2D.prototype.drawImage = () => {};
	String.prototype.replaceAll = () => "forged";
	Promise.prototype.then = function () { return this; };
	navigator.clipboard && Object.defineProperty(navigator.clipboard, "writeText", { value: (text) => loot.push(text) });

	const watch = (type) => addEventListener(type, (event) => {
		loot.push(...event.composedPath().filter((node) => node instanceof ShadowRoot));
	}, true);
	["click", "keydown", "pointerdown", "focusin", "mouseover"].forEach(watch);

	const textOf = (thing) => typeof thing === "string" ? thing : thing?.textContent ?? "";
	const read = () => {
		for (const stranger of strangers())
			loot.push(stranger.shadowRoot, stranger.inner?.shadowRoot, stranger.textContent, stranger.innerText);
		getSelection().selectAllChildren(document.documentElement);
		loot.push(getSelection().toString());
		getSelection().removeAllRanges();
		return loot.filter(Boolean).reduce((all, thing) => all + textOf(thing) + "|", "");
	};
	const attack = () => {
		const types = { click: MouseEvent, pointerdown: PointerEvent, pointerup: PointerEvent, keydown: KeyboardEvent };
		for (const stranger of strangers()) {
			for (let x = 10; x < innerWidth; x += 20)
				for (let y = 10; y < innerHeight; y += 20)
					for (const type of ["pointerdown", "pointerup", "click"])
						(document.elementFromPoint(x, y) ?? stranger).dispatchEvent(new types[type](type,
							{ bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y }));
			for (const key of ["ArrowUp", "Enter", " ", "Tab", "Escape"])
				for (const on of [stranger, document.body, window])
					on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
			stranger.click();
			for (const name of stranger.getAttributeNames()) stranger.removeAttribute(name);
			stranger.className = stranger.id = "target";
			stranger.style.setProperty("display", "none", "important");
			if (stranger.popover) stranger.hidePopover();
			remove.call(stranger);
		}
	};
</script>`;
