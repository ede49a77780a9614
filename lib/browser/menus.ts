import { browser } from "wxt/browser";
import { t } from "./language.ts";

/** The name that the item had when it was for images alone: browsers keep items over an update. */
export const READ_HERE = "read-image";
export const SELECT_REGION = "select-region";
export const DRAW_HERE = "draw-here";

/** Makes the context menu anew; browsers keep it while the background sleeps. */
export async function createMenus(): Promise<void> {
	await browser.contextMenus.removeAll();
	// "all", since neither browser has a context for a <canvas>, a background or a drawing within the page.
	browser.contextMenus.create({ id: READ_HERE, title: t("menu.readHere"), contexts: ["all"] });
	browser.contextMenus.create({ id: DRAW_HERE, title: t("menu.drawHere"), contexts: ["editable"] });
	browser.contextMenus.create({ id: SELECT_REGION, title: t("menu.selectRegion"), contexts: ["all"] });
}
