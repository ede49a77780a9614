import type { Browser } from "puppeteer-core";

/** WebDriver BiDi as puppeteer speaks it, which its types keep to themselves. */
interface Speaker {
	readonly connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}

type Outcome =
	| { readonly type: "success"; readonly result: { readonly value?: unknown } }
	| { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

/**
 * Runs the body of an async function in the window of Firefox itself, where all of the browser can be reached, and gives
 * a string, number or boolean that it returns. Firefox must have been started with --remote-allow-system-access; what
 * begins with "moz:" is its own addition to BiDi.
 */
export async function inFirefox(browser: Browser, body: string): Promise<unknown> {
	const { connection } = browser as unknown as Speaker;
	const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
	const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
	const window = contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml");
	const answer = await connection.send("script.evaluate", {
		expression: `(async () => { ${body} })()`,
		target: { context: window?.context },
		awaitPromise: true,
	});
	const outcome = answer.result as Outcome;
	if (outcome.type === "exception") throw new Error(outcome.exceptionDetails.text);
	return outcome.result.value;
}
