import type { PopupState } from "./popup-state.ts";

/** What a key does in the popup; undefined where it keeps its usual meaning. */
export function shortcut(
	event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
	popup: PopupState,
): (() => void) | undefined {
	const active = popup.active.value;
	const command = event.ctrlKey || event.metaKey;
	if (event.altKey) return;
	if (!command) return event.key === "Delete" || event.key === "Backspace" ? active.clear : undefined;
	switch (event.key.toLowerCase()) {
		case "z":
			return event.shiftKey ? active.redo : active.undo;
		case "y":
			return active.redo;
		case "c":
			return popup.copy;
		case "s":
			return () => popup.saveDrawing("png");
	}
}
