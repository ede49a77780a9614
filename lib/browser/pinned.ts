import { type ReadonlySignal, signal } from "@preact/signals";
import { browser } from "wxt/browser";

/** The part of the API for the toolbar button that types do not know in both browsers. */
interface Toolbar {
	getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean }>;
	/** Chrome since 130. */
	readonly onUserSettingsChanged?: { addListener(listener: () => void): void };
}

/** Whether the button is in sight in the toolbar, for as long as the page lives; false where nobody knows. */
export function watchPinned(): ReadonlySignal<boolean> {
	const toolbar = browser.action as unknown as Toolbar;
	const pinned = signal(false);
	const look = async () => {
		const settings = await toolbar.getUserSettings?.().catch(() => null);
		pinned.value = settings?.isOnToolbar ?? false;
	};
	void look();
	toolbar.onUserSettingsChanged?.addListener(() => void look());
	// Whoever pins it leaves the page for a moment.
	addEventListener("focus", () => void look());
	document.addEventListener("visibilitychange", () => void look());
	return pinned;
}
