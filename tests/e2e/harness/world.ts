import { type Browser, type Page, TargetType, type WebWorker } from "puppeteer-core";
import { SELECT_REGION } from "../../../lib/browser/menus.ts";
import { type Chromium, type ChromiumOptions, launchChromium } from "../../../tools/browsers/chromium.ts";
import { launchFirefox } from "../../../tools/browsers/firefox.ts";
import type { Launched } from "../../../tools/browsers/launched.ts";
import { type Site, startDemo } from "../../../tools/demo/server.ts";
import { waitInFrames } from "../../../tools/surfaces/frames.ts";
import { HOST, overlayGone } from "../../../tools/surfaces/panel.ts";
import { until } from "../../../tools/surfaces/until.ts";
import { type BrowserName, CHROME_BUILD, FIREFOX_BUILD } from "./browsers.ts";
import { type Desk, startDesk } from "./desk.ts";
import { listenForErrors, noComplaints } from "./errors.ts";

declare const chrome: {
	contextMenus: { update(id: string, change: object): Promise<void> };
	storage: { local: { set(items: object): Promise<void> } };
};

/** A desk, a browser with the extension on it, and the demo page in its first tab. */
export interface AnyWorld extends Launched {
	readonly desk: Desk;
	readonly demo: Site;
	readonly page: Page;
	/** What any page or worker complained about so far. */
	readonly errors: readonly string[];
	/** Sets these settings, and all others as usual. */
	change(settings: object): Promise<void>;
	/** Opens the popup over the page in front, as a person does. */
	openPopup(): Promise<void>;
	/** All that the open popup says; nothing while none is open. */
	popupWords(): Promise<string>;
	stop(): Promise<void>;
	/** Stops, and rejects when anything complained about anything that was not to be expected. */
	finish(): Promise<void>;
}

/** One with a Chromium. */
export interface World extends AnyWorld, Chromium {}

interface Expectations {
	/** Complaints that belong to what is tested. */
	readonly expected?: RegExp;
	/** True when the background will be stopped, so that nobody may listen to it. */
	readonly stops?: boolean;
}

export interface WorldOptions
	extends Expectations,
		Partial<Pick<ChromiumOptions, "extension" | "scale" | "profile" | "welcome">> {}

/** A world with a Chromium. */
export function startWorld({ expected, stops, ...options }: WorldOptions = {}): Promise<World> {
	return begin(
		async (desk) => {
			const chromium = await launchChromium({
				extension: CHROME_BUILD,
				...options,
				headless: false,
				env: desk.display.env,
			});
			const popupWords = async () => {
				const pages = await chromium.extension.pages();
				const popup = pages.find((page) => page.url().endsWith("/popup.html"));
				// It may just be closing.
				return (await popup?.evaluate(() => document.body.textContent).catch(() => "")) ?? "";
			};
			return { ...chromium, popupWords, openPopup: async () => desk.press("alt+shift+d") };
		},
		{ expected, stops },
	);
}

/** A world with either browser. */
export function startWorldIn(name: BrowserName, expectations: Expectations = {}): Promise<AnyWorld> {
	if (name === "Chromium") return startWorld(expectations);
	return begin(async (desk) => {
		const firefox = await launchFirefox({
			extension: FIREFOX_BUILD,
			headless: false,
			env: desk.display.env,
		});
		// Its keys a page of Firefox may swallow, and the button itself lies in a menu.
		return { ...firefox, openPopup: firefox.clickAction };
	}, expectations);
}

async function begin<Started extends Launched & Pick<AnyWorld, "openPopup" | "popupWords">>(
	start: (desk: Desk) => Promise<Started>,
	{ expected, stops }: Expectations,
): Promise<Started & AnyWorld> {
	const ends: (() => Promise<void>)[] = [];
	const stop = async () => {
		for (const end of ends.reverse()) await end();
	};
	try {
		const demo = await startDemo();
		ends.push(demo.stop);
		const desk = await startDesk();
		ends.push(desk.stop);
		const started = await start(desk);
		ends.push(() => started.browser.close());
		const errors = listenForErrors(started.browser, !stops);
		const [page] = await started.browser.pages();
		await page!.goto(demo.origin);
		await page!.waitForSelector("canvas[data-ready]");
		await extensionReady(started);
		await page!.bringToFront();
		await desk.focus(page!);
		// In a new window the keyboard is in the address bar, and may stay there.
		await desk.click(page!, { x: 2, y: 2 });
		await page!.waitForFunction(() => document.hasFocus());
		seesFrames(page!);
		return {
			...started,
			desk,
			demo,
			page: page!,
			errors,
			async change(settings) {
				const witness = await started.witness();
				await witness.evaluate((now) => chrome.storage.local.set({ settings: now }), settings);
			},
			stop,
			async finish() {
				const all = [...errors, ...(await started.complaints())];
				await stop();
				noComplaints(all.filter((error) => !expected?.test(error)));
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Lets a page be seen as a person sees it: with what stands in the frame over it. */
function seesFrames(page: Page): void {
	page.waitForSelector = ((selector: string) => waitInFrames(page, selector)) as Page["waitForSelector"];
}

/** The background worker of the extension in Chromium. */
export async function workerOf(browser: Browser): Promise<WebWorker> {
	const target = await browser.waitForTarget((candidate) => candidate.type() === TargetType.SERVICE_WORKER);
	const worker = await target.worker();
	if (!worker) throw new Error("The background is no worker.");
	return worker;
}

/** Waits until the background of a fresh extension has made its menus, and so listens to all events. */
async function extensionReady(launched: Launched): Promise<void> {
	const witness = await launched.witness();
	const made = (id: string) =>
		chrome.contextMenus.update(id, {}).then(
			() => true,
			() => false,
		);
	await until(() => witness.evaluate(made, SELECT_REGION), "the background did not start");
}

/** Leaves whatever the extension shows in the page, as a person does. */
export async function leave({ page, desk }: Pick<AnyWorld, "page" | "desk">): Promise<void> {
	if (await page.$(HOST)) desk.press("Escape");
	await overlayGone(page);
}
