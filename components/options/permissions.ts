/** What each permission in the manifest is for, in plain words. */
export const PERMISSIONS: Readonly<Record<string, { readonly title: string; readonly why: string }>> = {
	activeTab: {
		title: "See the tab that you are on, when you ask",
		why: "Only after you open Digit Lens, use its menu or press its keys, only in that tab, and only until you leave the page. It sees no other page and none of your browsing.",
	},
	scripting: {
		title: "Show itself in that page",
		why: "Puts the frame that you select with, and the answer, into the page that you asked about. Both are gone when you close the answer.",
	},
	contextMenus: {
		title: "Three lines in the right-click menu",
		why: "Read digits in this image, Draw digits here, and Select a region to read.",
	},
	storage: {
		title: "Remember your choices",
		why: "Keeps on this device the model that you chose, your settings, your drawing until you close the browser and, unless you switch it off, what was read in pages and pictures.",
	},
};
