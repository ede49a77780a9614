import type { Page } from "puppeteer-core";
import { contentOf, HOST, type PanelContent } from "../../../tools/surfaces/panel.ts";
import { until } from "../../../tools/surfaces/until.ts";

/** What WebDriver BiDi says of a value (https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue), as far as it is needed here. */
interface RemoteValue {
	readonly value?: { readonly shadowRoot?: { readonly sharedId: string } };
}

interface Connection {
	send(method: string, parameters: object): Promise<{ readonly result: { readonly result: RemoteValue } }>;
}

/** Waits for the panel of a page in Firefox and for its answer. */
export async function readPanelInFirefox(page: Page): Promise<PanelContent> {
	const shown = `(root) => {
		const dialog = root.querySelector('[role="dialog"]');
		return JSON.stringify(dialog && (${contentOf})(dialog));
	}`;
	return until(async () => {
		const content = JSON.parse(await inOverlay(page, shown)) as ReturnType<typeof contentOf> | null;
		return content?.done ? content : null;
	}, "the panel shows no answer");
}

/** Waits until a page in Firefox lets the person select a region. */
export async function regionAskedInFirefox(page: Page): Promise<void> {
	const asked = `(root) => JSON.stringify(root.querySelector('[role="application"]') !== null)`;
	await until(async () => JSON.parse(await inOverlay(page, asked)) as boolean, "no region is asked for");
}

/**
 * What a function of the overlay's closed shadow root says; "null" without one. Firefox shows closed roots to
 * BiDi only, so this goes beneath Puppeteer.
 */
async function inOverlay(page: Page, look: string): Promise<string> {
	const { connection } = page.browser() as unknown as { readonly connection: Connection };
	const { _id: context } = page.mainFrame() as unknown as { readonly _id: string };
	const call = async (functionDeclaration: string, more: object) => {
		const target = { context };
		const parameters = { functionDeclaration, awaitPromise: false, target, ...more };
		return (await connection.send("script.callFunction", parameters)).result.result;
	};
	const host = await call(`() => document.querySelector("${HOST}")`, {
		serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
	});
	const root = host.value?.shadowRoot;
	if (!root) return "null";
	const { value } = await call(look, { arguments: [{ sharedId: root.sharedId }] });
	return value as unknown as string;
}
