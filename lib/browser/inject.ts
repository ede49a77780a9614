import { browser } from "wxt/browser";
import type { Outcome, PickTask } from "../protocol.ts";
import { t } from "./language.ts";
import { sendMessage } from "./messaging.ts";
import { getSettings } from "./settings.ts";

/**
 * Pages may be loading for ever, and so may any frame in them; by themselves browsers wait for that. In Firefox there is
 * no way round it: the frame over the page, which is a page itself, stays empty as long as the one below it loads.
 */
const NOW = { injectImmediately: !import.meta.env.FIREFOX };

/** Right after the first gesture in a fresh browser the tab may not be open to scripts yet; this cured every case. Milliseconds. */
const SECOND_TRY_AFTER = 60;

/**
 * Puts the picker into the main frame of a tab that the person just pointed at, and gives it its task.
 *
 * @param id tells the gesture from the next one
 */
export async function startPicker(
	tab: { readonly id?: number; readonly url?: string },
	task: PickTask,
	id: string,
): Promise<Outcome<null>> {
	if (tab.id === undefined) return { ok: false, sentence: t("closed.noPage") };
	const closed = async () => ({ ok: false, sentence: whyClosed(tab.url, await filesAllowed()) }) as const;
	// Browsers put scripts into no page of an extension; the one that shows a picture has the picker itself.
	const ours = tab.url?.startsWith(browser.runtime.getURL("/")) ?? false;
	const settings = getSettings();
	try {
		if (!ours) await inject(tab.id);
	} catch {
		return closed();
	}
	const { pad, panel } = await settings;
	const started = sendMessage("pick", { id, task, settings: { pad, panel } }, tab.id);
	return ours ? started.catch(closed) : started;
}

async function inject(tabId: number): Promise<void> {
	const run = async () => {
		const [frame] = await browser.scripting.executeScript({
			target: { tabId },
			files: ["/picker.js"],
			...NOW,
		});
		// In a page of its own Firefox puts no script, and says nothing.
		if (!frame) throw new Error("The browser put no script into the page.");
	};
	try {
		await run();
	} catch {
		await new Promise((done) => setTimeout(done, SECOND_TRY_AFTER));
		await run();
	}
}

/**
 * Why no extension may run in a page, and what to do instead. `address` is unknown where the browser keeps it to
 * itself, as it does with files while it allows none.
 */
function whyClosed(address: string | undefined, files: boolean): string {
	if (address?.startsWith("file:")) return files ? t("closed.site") : t("closed.file");
	if (address && !/^https?:/.test(address)) return t("closed.browser");
	return address || files ? t("closed.site") : t("closed.unknown");
}

/** Whether the extension may read files; Firefox decides that with the other permissions. */
async function filesAllowed(): Promise<boolean> {
	return import.meta.env.FIREFOX || browser.extension.isAllowedFileSchemeAccess();
}

/**
 * Puts what stands in the frame over a page into it. Its name, which no script of the page can see, tells it from
 * the page's own frames.
 */
export async function openFrame(token: string, tabId: number | undefined): Promise<Outcome<null>> {
	if (tabId === undefined) return { ok: false, sentence: t("closed.noPage") };
	const frames = await browser.scripting.executeScript({
		target: { tabId, allFrames: true },
		func: () => window.name,
		...NOW,
	});
	const ours = frames.find(({ result }) => result === token);
	if (!ours) return { ok: false, sentence: t("closed.site") };
	try {
		await browser.scripting.executeScript({
			target: { tabId, frameIds: [ours.frameId] },
			files: ["/frame.js"],
			...NOW,
		});
	} catch {
		// It was taken away, or put into the page anew, in between.
		return { ok: false, sentence: t("closed.taken") };
	}
	return { ok: true, value: null };
}

/** Takes everything of ours out of the page in front; does nothing where there is nothing. */
export async function endSession(): Promise<void> {
	const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
	if (tab?.id !== undefined) await sendMessage("endSession", {}, tab.id).catch(() => {});
}
