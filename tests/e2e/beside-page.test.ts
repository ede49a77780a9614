import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchFirefox } from "../../tools/browsers/firefox.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, openedPopup, PAD, popupClosed, reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { FIREFOX_BUILD } from "./harness/browsers.ts";
import { middleOf, onDesk, type Spot, startDesk } from "./harness/desk.ts";
import { startWorld, type World } from "./harness/world.ts";

onDesk("the pad beside the page in Chromium", () => {
	let world: World;
	let panel: Page;

	beforeAll(async () => {
		world = await startWorld();
	});
	afterAll(() => world?.finish());

	it("opens from the popup, with what is drawn there", async () => {
		world.desk.press("alt+shift+d");
		const popup = await openedPopup(world.extension);
		await writeWithMouse(popup, await onPad(popup, writeDigits("47", { height: 90, seed: 3 })));
		await reads(popup, "47");
		// A real click: browsers open a panel for nothing less.
		await world.desk.click(
			popup,
			await middleOf((await popup.$('[aria-label="Keep open beside the page"]'))!),
		);
		await popupClosed(world.extension);
		panel = await until(
			async () => (await world.extension.pages()).find((page) => page.url().endsWith("/sidepanel.html")),
			"the pad does not open beside the page",
		);
		await panel.waitForSelector(PAD);
		await reads(panel, "47");
	});

	it("says from where a region is read, and by which keys", async () => {
		const said = await panel.$eval(".from-page", ({ textContent }) => textContent);
		expect(said).toContain("Alt+Shift+L");
		expect(said).toContain("Select a region to read");
		expect(await panel.$("text/Select a region of the page")).toBeNull();
	});

	it("follows the popup, and the popup it", async () => {
		world.desk.press("alt+shift+d");
		const popup = await openedPopup(world.extension);
		await reads(popup, "47");
		await popup.keyboard.press("Delete");
		await reads(panel, "");
		await writeWithMouse(popup, await onPad(popup, writeDigits("8", { height: 90, seed: 3 })));
		await reads(panel, "8");
		await popup.focus(".number-input");
		await popup.keyboard.press("End");
		await popup.keyboard.type("1");
		await reads(panel, "81");
		world.desk.press("Escape");
		await popupClosed(world.extension);
		await panel.click('[aria-label="Undo"]');
		await reads(panel, "");
		world.desk.press("alt+shift+d");
		await reads(await openedPopup(world.extension), "");
		world.desk.press("Escape");
		await popupClosed(world.extension);
	});
});

onDesk("the pad beside the page in Firefox", () => {
	it("opens from the popup, with what is drawn there, and all of it fits into its sidebar", async () => {
		const desk = await startDesk();
		const { browser, open, clickAction, inside } = await launchFirefox({
			extension: FIREFOX_BUILD,
			headless: false,
			env: desk.display.env,
		});
		try {
			const tab = await open("popup.html", PAD);
			await writeWithMouse(tab, await onPad(tab, writeDigits("47", { height: 90, seed: 3 })));
			await reads(tab, "47");
			await clickAction();
			const digits =
				'[...content.document.querySelectorAll(".digit")].map(({ textContent }) => textContent).join("")';
			const shows = (where: "popup" | "sidebar") =>
				until(async () => (await inside(where, digits)) === "47", `the ${where} does not show it`);
			const button = "content.document.querySelector('[aria-label=\"Keep open beside the page\"]')";
			const placeOfButton = () =>
				inside(
					"popup",
					`((box) => box?.width ? JSON.stringify({
						x: content.mozInnerScreenX + box.x + box.width / 2,
						y: content.mozInnerScreenY + box.y + box.height / 2,
					}) : "")(${button}?.getBoundingClientRect())`,
				);
			await shows("popup");
			let last: string | null = null;
			const place = await until(async () => {
				const before = last;
				last = await placeOfButton();
				return last === before && last;
			}, "the popup has no button for it that stays where it is");
			// A real click: browsers open a sidebar for nothing less.
			desk.clickOnScreen(JSON.parse(place) as Spot);
			await shows("sidebar");
			const tooWide = await inside(
				"sidebar",
				`[...content.document.querySelectorAll("main *")]
					.filter((part) => !part.closest(".spoken") && part.getBoundingClientRect().right > content.innerWidth)
					.map(({ className }) => className).join()`,
			);
			expect(tooWide).toBe("");
		} finally {
			await browser.close();
			await desk.stop();
		}
	});

	it("is the same sheet, however wide its sidebar is, says from where a region is read, and a tab lets files be chosen", async () => {
		const desk = await startDesk();
		const { browser, open } = await launchFirefox({
			extension: FIREFOX_BUILD,
			headless: false,
			env: desk.display.env,
		});
		try {
			const panel = await open("sidepanel.html", PAD);
			await desk.focus(panel);
			const pad = (await (await panel.$(PAD))!.boundingBox())!;
			// Twice as wide as in the popup, or half: it is read alike.
			const scale = pad.width / 346;
			for (const stroke of writeDigits("47", { height: 90, seed: 3 }))
				await desk.drag(
					panel,
					stroke.map(([x, y]) => ({ x: pad.x + (24 + x) * scale, y: pad.y + (24 + y) * scale })),
				);
			await reads(panel, "47");
			expect(await panel.$eval(".from-page", ({ textContent }) => textContent)).toContain("right-click");
			const popup = await open("popup.html", PAD);
			await reads(popup, "47");
			// What the popup opens for a file to be chosen says why, and has the dialog under Enter.
			const tab = await open("popup.html#choose", ".picture-hint");
			expect(await tab.$eval(".picture-hint", ({ textContent }) => textContent)).toContain("file dialog");
			expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe("Choose a file");
		} finally {
			await browser.close();
			await desk.stop();
		}
	});
});
