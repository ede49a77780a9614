import type { PopupState } from "./popup-state.ts";

/** What a key does in the popup; undefined where it keeps its usual meaning. */
export function shortcut(
	event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
	popup: PopupState,
): (() => void) | undefined {
	const { pad } = popup;
	const command = event.ctrlKey || event.metaKey;
	if (event.altKey) return;
	if (!command) return event.key === "Delete" || event.key === "Backspace" ? pad.clear : undefined;
	switch (event.key.toLowerCase()) {
		case "z":
			return event.shiftKey ? pad.redo : pad.undo;
		case "y":
			return pad.redo;
		case "c":
			return popup.copy;
		case "s":
			return popup.savePicture;
	}
}
