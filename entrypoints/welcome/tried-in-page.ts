import { type ReadonlySignal, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import type { PickTask } from "../../lib/protocol.ts";

/** How often it is looked whether a region was read. Milliseconds. */
const PAUSE = 250;

interface Tried {
	/** Whether something was read by the menu. */
	readonly read: ReadonlySignal<boolean>;
	/** Whether a region was selected and read. */
	readonly select: ReadonlySignal<boolean>;
}

/**
 * Lets this page be read like any other, and follows what was tried on it. Browsers put no script of an extension into
 * its own pages: the page fetches the picker itself, before it is asked for, and anew after each task.
 */
export function tryInPage(): Tried {
	const read = signal(false);
	const select = signal(false);
	function fetchPicker(): void {
		const script = document.createElement("script");
		script.src = "/picker.js";
		script.onload = () => script.remove();
		document.head.append(script);
	}
	function awaitRegion(): void {
		const before = globalThis.digitLensRegion;
		const timer = setInterval(() => {
			if (globalThis.digitLensRegion === before) return;
			select.value = true;
			clearInterval(timer);
		}, PAUSE);
	}
	// The picker answers; this only listens.
	browser.runtime.onMessage.addListener((message: unknown): undefined => {
		const { type, data } = message as { type?: unknown; data?: { task?: PickTask } };
		if (type !== "pick") return;
		if (data?.task?.kind === "element") read.value = true;
		else if (data?.task?.kind !== "draw") awaitRegion();
		fetchPicker();
	});
	document.addEventListener("contextmenu", fetchPicker);
	fetchPicker();
	return { read, select };
}
