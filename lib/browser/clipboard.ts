import { browser } from "wxt/browser";

const PERMISSION = { permissions: ["clipboardWrite" as const] };

/** Puts text on the clipboard without a trace in any document. Rejects where the browser does not allow it. */
export async function copyText(text: string, elsewhere: (text: string) => Promise<boolean>): Promise<void> {
	if (await written(text)) return;
	// Pages without TLS have no clipboard object, and pages may forbid its use to their frames.
	if (copiedByCommand(text) || (await elsewhere(text))) return;
	throw new Error("The browser refused the clipboard.");
}

/** Puts text on the clipboard by the asynchronous API; no page is told of that. */
export async function written(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Does what Ctrl+C does in this document, which no page sees; browsers allow it after a click or a key. */
function copiedByCommand(text: string): boolean {
	let taken = false;
	const take = (event: ClipboardEvent) => {
		event.preventDefault();
		event.clipboardData?.setData("text/plain", text);
		taken = true;
	};
	document.addEventListener("copy", take);
	const done = document.execCommand("copy");
	document.removeEventListener("copy", take);
	return done && taken;
}

/** Asks the person to let the clipboard be changed without a click; must be called in one. */
export async function askForClipboard(): Promise<void> {
	// Where it is refused, only what the browser allows anyway is copied without a click.
	await browser.permissions.request(PERMISSION).catch(() => false);
}

/** Gives that permission back. */
export async function giveClipboardBack(): Promise<void> {
	await browser.permissions.remove(PERMISSION).catch(() => false);
}
