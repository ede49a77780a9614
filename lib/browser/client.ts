import { browser } from "wxt/browser";
import { type Answer, type Data, type RequestType, sendMessage } from "./messaging.ts";

/** How long to wait before asking again, after each time that nobody answered. Milliseconds. */
const PAUSES = [0, 100, 400, 1000];

export interface Insistence {
	/** How long to wait before asking again, after each time. Milliseconds. */
	readonly pauses?: readonly number[];
	/** After so long without an answer nobody will answer: for what is answered soon or never. Milliseconds. */
	readonly patience?: number;
}

/**
 * Asks the background. It may die between any two events, also with this request in flight, which then rejects; asking
 * again wakes it. Asking twice does no harm: readings change nothing but what is kept under their name, and a
 * correction made again is the same. Rejects when nobody answers in spite of all that, or can ever answer again.
 */
export async function request<K extends RequestType>(
	type: K,
	data: Data<K>,
	{ pauses = PAUSES, patience }: Insistence = {},
): Promise<Answer<K>> {
	const ask = () => within(sendMessage(type, data), patience);
	for (const pause of pauses) {
		try {
			return await ask();
		} catch (error) {
			if (isOrphan()) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return ask();
}

/** An answer, unless it does not come within so many milliseconds: then it rejects. */
async function within<T>(answer: Promise<T>, patience: number | undefined): Promise<T> {
	if (patience === undefined) return answer;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error("Nobody has answered.")), patience);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Whether this script outlived its extension, which was updated, reloaded or switched off: nothing answers it any more. */
export function isOrphan(): boolean {
	return browser.runtime?.id === undefined;
}
