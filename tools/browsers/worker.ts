import type { Page } from "puppeteer-core";
import type { MessageType } from "../../lib/browser/messaging.ts";
import type { ProtocolMap } from "../../lib/protocol.ts";

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Sends a message to the background from a page of the extension (Chromium). */
export function ask<K extends MessageType>(
	page: Page,
	type: K,
	data: Parameters<ProtocolMap[K]>[0],
): Promise<ReturnType<ProtocolMap[K]>> {
	const answer = page.evaluate((message) => chrome.runtime.sendMessage(message), { type, data });
	return answer as Promise<ReturnType<ProtocolMap[K]>>;
}

/**
 * Stops the background worker, as Chromium does after thirty idle seconds; the next event starts it
 * again. Nothing may be attached to the worker: a worker that starts anew would wait for its debugger.
 */
export async function stopWorker(page: Page): Promise<void> {
	const session = await page.createCDPSession();
	await session.send("ServiceWorker.enable");
	await session.send("ServiceWorker.stopAllWorkers");
	await session.detach();
}
