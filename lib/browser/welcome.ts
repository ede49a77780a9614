import { browser } from "wxt/browser";

/** What browsers say of an installation; `temporary` is Firefox's, for add-ons that developers load again and again. */
interface Installation {
	readonly reason: string;
	readonly temporary?: boolean;
}

/** Opens the page for people who have just installed the extension; not after an update. */
export async function welcome({ reason, temporary }: Installation): Promise<void> {
	if (reason === "install" && !temporary)
		await browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
}
