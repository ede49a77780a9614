import { browser } from "wxt/browser";

/** Both browsers call it otherwise, and the types know only what both have. */
interface Panels {
	/** Chrome. */
	readonly sidePanel?: { open(where: { readonly windowId: number }): Promise<void> };
	/** Firefox on a desk. */
	readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * What opens the pad that stays beside the page, in the window in front; null where the browser has none. To be called
 * in a click: browsers allow it at no other time, and would forget the click while anything is asked for first.
 */
export async function besidePage(): Promise<(() => Promise<void>) | null> {
	const { sidePanel, sidebarAction } = browser as Panels;
	if (sidebarAction) return () => sidebarAction.open();
	const { id } = await browser.windows.getCurrent();
	return sidePanel && id !== undefined ? () => sidePanel.open({ windowId: id }) : null;
}
