import { browser } from "wxt/browser";
import type { ProtocolMap } from "../protocol.ts";

export type MessageType = keyof ProtocolMap;
/** What the background is asked; the others are for the picker. */
export type RequestType = Exclude<MessageType, "pick" | "endSession">;
export type Data<K extends MessageType> = Parameters<ProtocolMap[K]>[0];
export type Answer<K extends MessageType> = ReturnType<ProtocolMap[K]>;

/** Who sent a message: a page of the extension, or the picker in a tab. */
export interface Sender {
	readonly url?: string;
	/** 0 is the page itself, others are its frames. */
	readonly frameId?: number;
	readonly tab?: {
		readonly id?: number;
		readonly active: boolean;
		readonly windowId?: number;
		readonly incognito?: boolean;
		readonly title?: string;
		/** As far as the extension may see it. */
		readonly url?: string;
	};
}

interface Message {
	readonly type: MessageType;
	readonly data: unknown;
}

/**
 * Sends a message to the background and the pages of the extension or, with `tabId`, to the main frame of
 * a tab. Rejects when nobody answers, also because the background died meanwhile, and when the handler threw.
 */
export async function sendMessage<K extends MessageType>(
	type: K,
	data: Data<K>,
	tabId?: number,
): Promise<Answer<K>> {
	const message: Message = { type, data };
	const answer =
		tabId === undefined
			? await browser.runtime.sendMessage(message)
			: await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
	// webextension-polyfill turns "the port closed before a response was received" into undefined.
	if (answer === undefined) throw new Error(`No answer to "${type}".`);
	return answer;
}

/** Answers messages of one type; returns a function that stops it. */
export function onMessage<K extends MessageType>(
	type: K,
	handle: (data: Data<K>, sender: Sender) => Promise<Answer<K>>,
): () => void {
	const listen = (message: Message, sender: Sender) =>
		message.type === type ? handle(message.data as Data<K>, sender) : undefined;
	// The types are Chrome's, whose own API takes no promises; the polyfill and Firefox do.
	const listener = listen as unknown as Parameters<typeof browser.runtime.onMessage.addListener>[0];
	browser.runtime.onMessage.addListener(listener);
	return () => browser.runtime.onMessage.removeListener(listener);
}
