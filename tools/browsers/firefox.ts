import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { until } from "../surfaces/until.ts";
import { ensureBrowser } from "./install.ts";
import { type Launched, type LaunchOptions, WITNESS } from "./launched.ts";
import { inFirefox } from "./privileged.ts";

/** The id of the extension in its Firefox manifest. */
const ID = "digit-lens@digit-lens.example";

/** Firefox gives every installation another address; tests pin it. */
const HOST = "7d5f9c1e-2a55-4a5a-9c39-0d1617130001";

/** What Firefox says of what a background, or a page, still waited for when it ended. */
const STOPPED = /Promise (resolved|rejected) after context unloaded/;

export interface Firefox extends Launched {
	/** Presses the extension's button in the toolbar. */
	clickAction(): Promise<void>;
	/** All that the open popup says; nothing while none is open. */
	popupWords(): Promise<string>;
	/**
	 * What an expression is, as text, where the popup or the sidebar is `content`: they are no pages that BiDi knows.
	 * Null while none is open.
	 */
	inside(where: keyof typeof SHOWN, expression: string): Promise<string | null>;
}

/** The browsers, in the window of Firefox itself, that show its popups and sidebars. */
const SHOWN = {
	popup: 'document.querySelector(".webextension-popup-browser")',
	sidebar: 'document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser")',
} as const;

/** Milliseconds. */
const ANSWERED_WITHIN = 1000;

/** Starts Firefox with the extension loaded as a temporary add-on, driven over WebDriver BiDi. */
export async function launchFirefox(options: LaunchOptions): Promise<Firefox> {
	const [width, height] = options.window ?? [1000, 800];
	const browser = await puppeteer.launch({
		browser: "firefox",
		executablePath: await ensureBrowser("firefox"),
		headless: options.headless,
		env: options.env,
		defaultViewport: null,
		// Without system access BiDi does not see pages of extensions.
		args: ["--remote-allow-system-access", `--width=${width}`, `--height=${height}`],
		extraPrefsFirefox: {
			"extensions.webextensions.uuids": JSON.stringify({ [ID]: HOST }),
			...(options.downloads && {
				"browser.download.dir": options.downloads,
				"browser.download.folderList": 2, // the folder above
				"browser.download.alwaysOpenPanel": false,
			}),
		},
	});
	try {
		await browser.installExtension(options.extension);
		return launched(browser);
	} catch (error) {
		await browser.close();
		throw error;
	}
}

function launched(browser: Browser): Firefox {
	const extension = `WebExtensionPolicy.getByID("${ID}").extension`;
	const address = (path: string) => `moz-extension://${HOST}/${path}`;
	// Asked again and again, for a single long wait ends with the blank page that is there first.
	const shows = (page: Page, path: string, selector: string) =>
		until(() => page.$(selector).catch(() => null), `${path} does not show ${selector}`);
	const open = async (path: string, selector: string, background = false) => {
		const page = await browser.newPage({ type: "tab", background });
		// Firefox reports no end of loading for moz-extension pages: the element is the sign.
		page.goto(address(path)).catch(() => {});
		await shows(page, path, selector);
		return page;
	};
	let witness: Promise<Page> | undefined;
	const inside: Firefox["inside"] = async (where, expression) => {
		const script = `sendAsyncMessage("inside", String(${expression}))`;
		const answer = await inFirefox(
			browser,
			`const { messageManager } = ${SHOWN[where]} ?? {};
			if (!messageManager) return null;
			return new Promise((done) => {
				messageManager.addMessageListener("inside", ({ data }) => done(data));
				// What closes, or is still to begin in a process of its own, never answers.
				setTimeout(done, ${ANSWERED_WITHIN}, null);
				messageManager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(script)}), false);
			});`,
		);
		return typeof answer === "string" ? answer : null;
	};
	return {
		browser,
		inside,
		open: (path, selector = "main") => open(path, selector),
		async opened(path, selector = "main") {
			// Nor does it report where they are.
			const page = await until(async () => {
				const pages = await browser.pages();
				const places = await Promise.all(
					pages.map((each) => each.evaluate(() => location.href).catch(() => "")),
				);
				return pages[places.findIndex((place) => place.startsWith(address(path)))];
			}, `${path} was not opened`);
			await shows(page, path, selector);
			return page;
		},
		witness() {
			witness ??= open(WITNESS, "pre", true);
			return witness;
		},
		async clickAction() {
			// As Firefox's own tests of extensions do.
			await inFirefox(
				browser,
				`const { Management } = ChromeUtils.importESModule("resource://gre/modules/Extension.sys.mjs");
				await Management.global.browserActionFor(${extension}).triggerAction(window);`,
			);
		},
		popupWords: async () => (await inside("popup", 'content.document.body?.innerText ?? ""')) ?? "",
		async stopBackground() {
			await inFirefox(
				browser,
				`await ${extension}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
			);
		},
		backgroundRuns: async () =>
			(await inFirefox(browser, `return ${extension}.backgroundState;`)) === "running",
		async complaints() {
			const all = await inFirefox(
				browser,
				`return JSON.stringify(Services.console.getMessageArray()
					.filter((entry) => entry instanceof Ci.nsIScriptError && !(entry.flags & entry.warningFlag))
					.map((entry) => entry.sourceName + ": " + entry.errorMessage));`,
			);
			return (JSON.parse(String(all)) as string[]).filter(
				(entry) => entry.startsWith("moz-extension:") && !STOPPED.test(entry),
			);
		},
	};
}
