import { browser } from "wxt/browser";
import { t } from "./language.ts";

export const READ_IMAGE = "read-image";
export const SELECT_REGION = "select-region";
export const DRAW_HERE = "draw-here";

/** Makes the context menu anew; browsers keep it while the background sleeps. */
export async function createMenus(): Promise<void> {
	await browser.contextMenus.removeAll();
	browser.contextMenus.create({
		id: READ_IMAGE,
		title: t("menu.readImage"),
		contexts: ["image", "video"],
	});
	browser.contextMenus.create({ id: DRAW_HERE, title: t("menu.drawHere"), contexts: ["editable"] });
	// "all", since a <canvas> has no context of its own in Chrome.
	browser.contextMenus.create({ id: SELECT_REGION, title: t("menu.selectRegion"), contexts: ["all"] });
}
