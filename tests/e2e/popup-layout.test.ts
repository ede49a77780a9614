import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, reads } from "../../tools/surfaces/popup.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";

/** The largest popup that every browser shows without bars: 800 by 600 in Chrome, less of it in ours. */
const LARGEST = { width: 380, height: 600 };

describe("the layout of the popup", () => {
	let chromium: Chromium;
	let popup: Page;

	beforeAll(async () => {
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
		popup = await chromium.browser.newPage();
		await popup.setViewport(LARGEST);
		await popup.goto(`chrome-extension://${chromium.extension.id}/popup.html`);
		await popup.waitForSelector("main");
	});
	afterAll(() => chromium?.browser.close());

	async function draw(text: string): Promise<void> {
		await writeWithMouse(popup, await onPad(popup, writeDigits(text, { height: 80, seed: 3, gap: 0.2 })));
	}

	/** What stands still whatever is shown, and what does besides while a reading is. */
	const ALWAYS = ".head, .desk, .tools, .answer, .answer-head, .answer-body, .foot";
	const READING = `${ALWAYS}, .readout, .readout > .tool, .look`;

	/** Their places, in CSS pixels. */
	const places = (which = READING) =>
		popup.$$eval(which, (all) =>
			all.map((element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				return `${element.className} ${[x, y, width, height].join(" ")}`;
			}),
		);

	const size = () =>
		popup.evaluate(() => ({
			width: document.documentElement.scrollWidth,
			height: document.documentElement.scrollHeight,
		}));

	it("needs no bars, whatever it shows, and nothing in it moves", async () => {
		const blank = await places();
		const always = await places(ALWAYS);
		expect(await size()).toEqual(LARGEST);
		await popup.evaluate(() => {
			globalThis.shifts = [];
			new PerformanceObserver((list) => {
				for (const { sources } of list.getEntries() as LayoutShift[])
					for (const { node } of sources) {
						const element = node instanceof Element ? node : node?.parentElement;
						// The digits of the number make room for each other.
						if (element && !element.closest(".number")) globalThis.shifts.push(element.outerHTML);
					}
			}).observe({ type: "layout-shift", buffered: true });
		});
		for (const text of ["4", "17", "253", "8"]) {
			await draw(text);
			await popup.waitForSelector(".digit");
			expect(await places(), text).toEqual(blank);
			await popup.keyboard.press("Delete");
			await reads(popup, "");
		}
		for (const tab of ["Compare models", "Past readings", "Reading"]) {
			await popup.click(`::-p-aria([role="tab"][name="${tab}"])`);
			expect(await places(ALWAYS), tab).toEqual(always);
		}
		expect(await places()).toEqual(blank);
		for (const name of ["Draw the 28 × 28 pixels", "Read a picture"]) {
			await popup.click(`[aria-label="${name}"]`);
			expect(await places(), name).toEqual(blank);
		}
		expect(await size()).toEqual(LARGEST);
		expect(await popup.evaluate(() => globalThis.shifts)).toEqual([]);
	});
});

/** Of the Layout Instability API. */
interface LayoutShift extends PerformanceEntry {
	readonly sources: readonly { readonly node: Node | null }[];
}

declare global {
	/** What moved although nobody moved it. */
	var shifts: string[];
}
