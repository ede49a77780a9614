import { browser } from "wxt/browser";
import { request } from "../../lib/browser/client.ts";
import {
	randomToken,
	type Scene,
	type Talk,
	type ToFrame,
	type ToPicker,
	talk,
	type Where,
} from "../../lib/browser/frame-talk.ts";
import type { Box } from "../../lib/geometry.ts";
import { type Attributes, createOverlay, important, type OverlayEffects } from "./overlay.ts";
import { settingsNow } from "./settings.ts";

/** A frame over the page, where no script of the page sees what it shows or what is done in it. */
export interface Frame {
	/** Shows something else; `hear` is told what the frame says from now on. */
	show(scene: Scene, where: Where, hear: (message: ToPicker) => void): void;
	say(message: Exclude<ToFrame, { say: "show" }>): void;
	/** Makes it invisible without forgetting anything, and back. */
	setVisible(visible: boolean): void;
	remove(): void;
}

/** Whether the frame is a page of the extension: in Firefox, and within the extension's own pages. */
const IS_PAGE = import.meta.env.FIREFOX || /-extension:$/.test(location.protocol);

/** False in a page that gives itself and its frames no origin: a page of the extension can do nothing there. */
export const canShow = (): boolean => !IS_PAGE || origin !== "null" || location.protocol === "file:";

/** A shadow around the dialog, drawn outside of the frame, which ends at the dialog's edge. */
const SHADOW = "0 8px 28px rgb(0 0 0 / 28%)";
const RADIUS = "8px";

/**
 * Opens the frame; `onLost` is told when the page does not let it be, `onOver` when what it is about is gone. In
 * Chrome it is an empty document of an origin of its own, without scripts but the extension's; Firefox lets no script
 * into such a document, there it is a page of the extension, whose address no attribute and no script of the page
 * tells.
 */
export function openFrame({ onLost, onOver }: Pick<OverlayEffects, "onLost" | "onOver">): Frame {
	const iframe = document.createElement("iframe");
	const shade = document.createElement("div");
	const token = randomToken();
	/** What was said since the scene was shown: a frame that begins anew is told all of it. */
	let said = new Map<ToFrame["say"], ToFrame>();
	let hear: (message: ToPicker) => void = () => {};
	let partner: Talk<ToFrame> | null = null;
	let areas: readonly Box[] = [];
	let dialog: Box | undefined;
	let visible = true;

	iframe.addEventListener("load", async () => {
		// The empty document that is there first, or again where the page has been made to move the frame.
		if (iframe.contentDocument?.URL === "about:blank") {
			begin();
			return;
		}
		// Only this very document is given the port, and it only trusts whoever knows the token.
		const origin = IS_PAGE ? new URL(browser.runtime.getURL("/")).origin : "*";
		if (!IS_PAGE) {
			const { contentWindow } = iframe;
			const opened = await request("openFrame", { token }).catch(() => null);
			// Meanwhile it was closed, or put into the page anew, which begins anew.
			if (!iframe.contentWindow || iframe.contentWindow !== contentWindow) return;
			if (!opened) return onOver();
			if (!opened.ok) return onLost();
		}
		partner?.end();
		const { port1, port2 } = new MessageChannel();
		partner = talk<ToPicker, ToFrame>(port1, (message) => {
			if (message.say !== "shape") return hear(message);
			({ areas, dialog } = message);
			dress();
		});
		iframe.contentWindow!.postMessage(token, origin, [port2]);
		for (const message of said.values()) partner.say(message);
		iframe.focus({ preventScroll: true });
	});
	function begin(): void {
		partner?.end();
		partner = null;
		// Not as an attribute, which Firefox lets the page find: the address names the installation.
		if (IS_PAGE)
			iframe.contentWindow!.location.replace(`${browser.runtime.getURL("/frame.html" as "/")}#${token}`);
	}
	const overlay = createOverlay([iframeNow(), shadeNow()], { onInserted: begin, onLost, onOver });

	function iframeNow(): [HTMLElement, Attributes] {
		const style = important({
			position: "absolute",
			inset: "0",
			width: "100%",
			height: "100%",
			border: "0",
			background: "transparent",
			"color-scheme": "light dark",
			"pointer-events": "auto",
			"clip-path": areas.length === 0 ? "inset(50%)" : `path("${areas.map(outline).join(" ")}")`,
			opacity: visible ? "1" : "0",
		});
		const sealed = { sandbox: "", srcdoc: "<!doctype html>", name: token };
		return [iframe, { ...(!IS_PAGE && sealed), allow: "clipboard-write *", style }];
	}
	function shadeNow(): [HTMLElement, Attributes] {
		const style = important({
			position: "absolute",
			"z-index": "-1",
			"pointer-events": "none",
			left: `${dialog?.x ?? 0}px`,
			top: `${dialog?.y ?? 0}px`,
			width: `${dialog?.width ?? 0}px`,
			height: `${dialog?.height ?? 0}px`,
			"border-radius": RADIUS,
			"box-shadow": SHADOW,
			opacity: dialog && visible ? "1" : "0",
		});
		return [shade, { style }];
	}
	function dress(): void {
		overlay.dress(...iframeNow());
		overlay.dress(...shadeNow());
	}

	function say(message: ToFrame): void {
		said.set(message.say, message);
		partner?.say(message);
	}
	return {
		show(scene, where, listener) {
			said = new Map();
			hear = listener;
			say({ say: "show", scene, settings: settingsNow() });
			say({ say: "where", where });
			iframe.focus({ preventScroll: true });
		},
		say,
		setVisible(now) {
			visible = now;
			dress();
		},
		remove() {
			partner?.end();
			// Gone with the frame, the focus would be nobody's, and keys too, the extension's among them.
			iframe.blur();
			overlay.remove();
		},
	};
}

/** A rectangle as a path, rounded as dialogs are. */
function outline({ x, y, width, height }: Box): string {
	return `M ${x} ${y} h ${width} v ${height} h ${-width} z`;
}
