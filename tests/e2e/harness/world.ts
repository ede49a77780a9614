import { join } from "node:path";
import { type Browser, type Page, TargetType, type WebWorker } from "puppeteer-core";
import { SELECT_REGION } from "../../../lib/browser/menus.ts";
import { type Chromium, type ChromiumOptions, launchChromium } from "../../../tools/browsers/chromium.ts";
import { type Site, startDemo } from "../../../tools/demo/server.ts";
import { waitInFrames } from "../../../tools/surfaces/frames.ts";
import { HOST, overlayGone } from "../../../tools/surfaces/panel.ts";
import { until } from "../../../tools/surfaces/until.ts";
import { type Desk, startDesk } from "./desk.ts";
import { listenForErrors, noComplaints } from "./errors.ts";

declare const chrome: { contextMenus: { update(id: string, change: object): Promise<void> } };

export const CHROME_BUILD = join(import.meta.dirname, "../../../.output/chrome-mv3");
export const FIREFOX_BUILD = join(import.meta.dirname, "../../../.output/firefox-mv3");

/** Real gestures need xdotool; elsewhere the tests that make them are skipped. */
export const HAS_DESK = process.platform === "linux";

/** A desk, a browser with the extension on it, and the demo page in its first tab. */
export interface AnyWorld {
	readonly desk: Desk;
	readonly demo: Site;
	readonly page: Page;
	/** What any page or worker complained about so far. */
	readonly errors: readonly string[];
	stop(): Promise<void>;
	/** Stops, and rejects when any page or worker complained about anything that was not to be expected. */
	finish(): Promise<void>;
}

/** One with a Chromium. */
export interface World extends AnyWorld, Chromium {}

export interface WorldOptions
	extends Partial<Pick<ChromiumOptions, "extension" | "scale" | "profile" | "welcome">> {
	/** Complaints that belong to what is tested. */
	readonly expected?: RegExp;
}

export async function startWorld({ expected, ...options }: WorldOptions = {}): Promise<World> {
	const stops: (() => Promise<void>)[] = [];
	const stop = async () => {
		for (const end of stops.reverse()) await end();
	};
	try {
		const demo = await startDemo();
		stops.push(demo.stop);
		const desk = await startDesk();
		stops.push(desk.stop);
		const chromium = await launchChromium({
			extension: CHROME_BUILD,
			...options,
			headless: false,
			env: desk.display.env,
		});
		stops.push(() => chromium.browser.close());
		const errors = listenForErrors(chromium.browser);
		const [page] = await chromium.browser.pages();
		await page!.goto(demo.origin);
		await page!.waitForSelector("canvas[data-ready]");
		await page!.bringToFront();
		await desk.focus(page!);
		await extensionReady(chromium.browser);
		seesFrames(page!);
		return {
			...chromium,
			desk,
			demo,
			page: page!,
			errors,
			stop,
			async finish() {
				await stop();
				noComplaints(errors.filter((error) => !expected?.test(error)));
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Lets a page be seen as a person sees it: with what stands in the frame over it. */
export function seesFrames(page: Page): void {
	page.waitForSelector = ((selector: string) => waitInFrames(page, selector)) as Page["waitForSelector"];
}

/** The background worker of the extension. */
export async function workerOf(browser: Browser): Promise<WebWorker> {
	const target = await browser.waitForTarget((candidate) => candidate.type() === TargetType.SERVICE_WORKER);
	const worker = await target.worker();
	if (!worker) throw new Error("The background is no worker.");
	return worker;
}

/** Waits until the worker of a fresh extension has made its menus, and so listens to all events. */
async function extensionReady(browser: Browser): Promise<void> {
	const worker = await workerOf(browser);
	const made = (id: string) =>
		chrome.contextMenus.update(id, {}).then(
			() => true,
			() => false,
		);
	await until(() => worker.evaluate(made, SELECT_REGION), "the worker did not start");
}

/** Leaves whatever the extension shows in the page, as a person does. */
export async function leave({ page, desk }: AnyWorld): Promise<void> {
	if (await page.$(HOST)) desk.press("Escape");
	await overlayGone(page);
}
