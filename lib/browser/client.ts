import { browser } from "wxt/browser";
import { type Answer, type Data, type RequestType, sendMessage } from "./messaging.ts";

/** How long to wait before asking again, after each time that nobody answered. Milliseconds. */
const PAUSES = [0, 100, 400, 1000];

/**
 * Asks the background. It may die between any two events, also with this request in flight, which then rejects; asking
 * again wakes it. Asking twice does no harm: readings change nothing but what is kept under their name, and a
 * correction made again is the same. Rejects when nobody answers in spite of all that, or can ever answer again.
 */
export async function request<K extends RequestType>(
	type: K,
	data: Data<K>,
	pauses: readonly number[] = PAUSES,
): Promise<Answer<K>> {
	for (const pause of pauses) {
		try {
			return await sendMessage(type, data);
		} catch (error) {
			if (isOrphan()) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return sendMessage(type, data);
}

/** Whether this script outlived its extension, which was updated, reloaded or switched off: nothing answers it any more. */
export function isOrphan(): boolean {
	return browser.runtime?.id === undefined;
}
