import { browser } from "wxt/browser";
import { t } from "../../lib/browser/language.ts";
import type { Sender } from "../../lib/browser/messaging.ts";
import type { Outcome } from "../../lib/protocol.ts";

/** Whether a page of the extension itself is speaking, not a script in a web page. */
export function isOurs({ url }: Sender): boolean {
	return url?.startsWith(browser.runtime.getURL("/")) ?? false;
}

/** Answers only pages of the extension itself: scripts in web pages may ask for readings and for nothing else. */
export async function fromOurPages<T>(
	sender: Sender,
	answer: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	if (!isOurs(sender)) return { ok: false, sentence: t("error.onlyOurs") };
	return answer();
}

/** Answers what a person can only ask for in a page or a frame of the extension, not the script that stands in a page. */
export async function fromOurFrames<T>(
	sender: Sender,
	answer: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const inFrame = sender.tab !== undefined && sender.frameId !== undefined && sender.frameId !== 0;
	return inFrame ? answer() : fromOurPages(sender, answer);
}
