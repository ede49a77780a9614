import { useEffect, useState } from "preact/hooks";
import { fileIn } from "../../lib/browser/picture-file.ts";
import type { PopupState } from "./popup-state.ts";

/** Opens every file that is pasted into the window or dropped on it; true while one is held over it. */
export function useFiles(popup: PopupState): boolean {
	const [dropping, setDropping] = useState(false);
	useEffect(() => {
		const listeners = new AbortController();
		const on = <K extends keyof DocumentEventMap>(type: K, handle: (event: DocumentEventMap[K]) => void) =>
			document.addEventListener(type, handle, { signal: listeners.signal });
		const take = (event: Event, data: DataTransfer | null) => {
			const file = fileIn(data);
			if (!file) return;
			event.preventDefault();
			void popup.openFile(file);
		};
		on("paste", (event) => take(event, event.clipboardData));
		on("drop", (event) => {
			setDropping(false);
			take(event, event.dataTransfer);
		});
		on("dragover", (event) => {
			if (!event.dataTransfer?.types.includes("Files")) return;
			// Without this the browser would leave this page and show the file.
			event.preventDefault();
			setDropping(true);
		});
		on("dragleave", ({ relatedTarget }) => {
			if (!relatedTarget) setDropping(false);
		});
		return () => listeners.abort();
	}, [popup]);
	return dropping;
}
