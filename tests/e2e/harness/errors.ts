import { type Browser, type Target, TargetType, WebWorkerEvent } from "puppeteer-core";

/**
 * Collects every error that a page or a worker writes to its console or does not catch, from now on. Firefox tells
 * nothing of pages of extensions: see `complaints` of a launched browser. Without `workers` none is listened to: one
 * that is stopped and starts anew would wait for its listener.
 */
export function listenForErrors(browser: Browser, workers = true): readonly string[] {
	const errors: string[] = [];
	const listen = async (target: Target) => {
		const say = (text: string) => void errors.push(`${target.url()}: ${text}`);
		if (target.type() === TargetType.PAGE) {
			const page = await target.page();
			page?.on("console", (message) => message.type() === "error" && say(message.text()));
			page?.on("pageerror", (error) => say(String(error)));
		}
		if (workers && target.type() === TargetType.SERVICE_WORKER) {
			const worker = await target.worker();
			worker?.on(WebWorkerEvent.Console, (message) => message.type() === "error" && say(message.text()));
			worker?.on(WebWorkerEvent.Error, (error) => say(String(error)));
		}
	};
	// A target may be gone before one can listen to it.
	const attach = (target: Target) => void listen(target).catch(() => {});
	browser.on("targetcreated", attach);
	for (const target of browser.targets()) attach(target);
	return errors;
}

/** Throws when there are any. For the end of tests, where no filter of tests leaves it out. */
export function noComplaints(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Something complained:\n${errors.join("\n")}`);
}

/** The browser itself reports a fetch that a site does not allow, in the console of the page. */
export const REFUSED_FETCH =
	/127\.0\.0\.1.*(Access to fetch at .* blocked by CORS|Failed to load resource: net::ERR_FAILED)|Cross-Origin Request Blocked/;
