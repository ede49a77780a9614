import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Firefox, launchFirefox } from "../../tools/browsers/firefox.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { labSays, writeInLab } from "../../tools/surfaces/lab.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { inkOnPad, onPad, PAD, reads } from "../../tools/surfaces/popup.ts";
import { FIREFOX_BUILD } from "./harness/browsers.ts";
import { noComplaints } from "./harness/errors.ts";

describe("the extension in Firefox", () => {
	let firefox: Firefox;
	const errors: string[] = [];

	beforeAll(async () => {
		firefox = await launchFirefox({ extension: FIREFOX_BUILD, headless: true });
	});
	afterAll(async () => {
		await firefox?.browser.close();
		noComplaints(errors);
	});

	async function open(): Promise<Page> {
		const page = await firefox.open("popup.html", PAD);
		page.on("pageerror", (error) => errors.push(String(error)));
		return page;
	}

	it("reads what the mouse draws, and shows it again when it is reopened", async () => {
		const page = await open();
		await writeWithMouse(page, await onPad(page, writeDigits("47", { height: 110, seed: 5, gap: 0.3 })));
		await reads(page, "47");
		const ink = await inkOnPad(page);
		expect(ink).toBeGreaterThan(100);
		await page.close();

		const again = await open();
		await reads(again, "47");
		expect(await inkOnPad(again)).toBe(ink);
	});

	it("looks inside a model, and evaluates it, in a worker of the lab", async () => {
		const page = await firefox.open("lab.html#/inside", ".maps canvas");
		page.on("pageerror", (error) => errors.push(String(error)));
		await writeInLab(page, writeDigits("5", { height: 180, seed: 3 }));
		await labSays(page, "5");
		await page.waitForSelector(".reason");
		await page.click('nav a[href="#/evaluate"]');
		await page.locator("text/MNIST digits in this package").click();
		await page.waitForSelector(".results");
		await page.close();
	});
});
