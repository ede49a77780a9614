import * as v from "valibot";
import { browser } from "wxt/browser";
import { soundOr } from "../stored/sound-items.ts";
import { stored } from "./stored.ts";

/** A sentence that waits for the person; null when there is none. */
export const pendingNotice = stored<string | null>("session:notice", soundOr(v.nullable(v.string()), null));

/**
 * Tells the person something where no page can show it: the popup opens with the sentence. Where the browser
 * opens no popup by itself, a mark on the toolbar button calls for a look, and its tooltip has the sentence.
 */
export async function tell(sentence: string, tabId: number | undefined): Promise<void> {
	try {
		await pendingNotice.setValue(sentence);
		await browser.action.openPopup();
	} catch {
		await mark("!", sentence, tabId);
	}
}

/** Marks the toolbar button in a tab, which may be closed by now. */
async function mark(text: string, title: string, tabId: number | undefined): Promise<void> {
	await Promise.allSettled([
		browser.action.setBadgeText({ text, tabId }),
		browser.action.setTitle({ title, tabId }),
	]);
}

/** The sentence that waits, once: it is taken to be shown, and the mark on the toolbar button goes. */
export async function takeNotice(): Promise<string | null> {
	const sentence = await pendingNotice.getValue();
	if (sentence === null) return null;
	await pendingNotice.removeValue();
	const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
	await mark("", "", tab?.id);
	return sentence;
}
