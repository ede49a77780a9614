import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { inkOnPad, onPad, openedPopup, popupClosed, reads, shownText } from "../../tools/surfaces/popup.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { onDesk } from "./harness/desk.ts";
import { paste } from "./harness/paste.ts";
import { takePicture } from "./harness/picture.ts";
import { leave, startWorld, type World } from "./harness/world.ts";

onDesk("the popup", () => {
	let world: World;
	let popup: Page;

	beforeAll(async () => {
		world = await startWorld();
	});
	afterAll(() => world?.finish());

	beforeEach(async () => {
		await world.page.bringToFront();
		popup = await open();
	});
	afterEach(async () => {
		if (popup.isClosed()) return;
		world.desk.press("Delete");
		await popup.waitForFunction(() => !document.querySelector<HTMLElement>(".sheet-hint")!.hidden);
		await close();
	});

	async function open(): Promise<Page> {
		world.desk.press("alt+shift+d");
		return openedPopup(world.extension);
	}

	async function close(): Promise<void> {
		world.desk.press("Escape");
		await popupClosed(world.extension);
	}

	async function draw(text: string, seed: number): Promise<void> {
		await drawStrokes(writeDigits(text, { height: 100, seed, gap: 0.22 }));
	}

	async function drawStrokes(strokes: readonly Stroke[]): Promise<void> {
		for (const stroke of await onPad(popup, strokes)) await world.desk.drag(popup, stroke);
	}

	it("reads what the mouse draws", async () => {
		await draw("1573", 1);
		await reads(popup, "1573");
		await takePicture(popup, "popup");
	});

	it("shows drawing and reading again when it is reopened", async () => {
		await draw("7", 2);
		await reads(popup, "7");
		// The answer may be there before the pen is lifted; only then it is spoken, and the stroke drawn as it will be again.
		await popup.waitForFunction(() => document.querySelector("p.spoken")!.textContent!.includes("7"));
		const ink = await inkOnPad(popup);
		expect(ink).toBeGreaterThan(100);
		await close();
		popup = await open();
		await reads(popup, "7");
		expect(await inkOnPad(popup)).toBe(ink);
	});

	it("takes strokes back and brings them again", async () => {
		await draw("1", 3);
		await reads(popup, "1");
		world.desk.press("ctrl+z");
		await reads(popup, "");
		world.desk.press("ctrl+shift+z");
		await reads(popup, "1");
	});

	it("copies the number with the comma between its digits", async () => {
		const comma: Stroke = [
			[84, 94],
			[82, 102],
			[78, 112],
		];
		await drawStrokes([...writeDigits("20", { height: 100, seed: 4, gap: 0.5 }), comma]);
		await reads(popup, "20");
		world.desk.press("ctrl+c");
		await popup.waitForSelector('[aria-label="Copied"]');
		world.desk.press("Delete");
		await reads(popup, "");
		await close();
		expect(await paste(world)).toBe("2,0");
	});

	it("says what to do while the pad is blank", async () => {
		expect(await shownText(popup)).toBe("");
		expect(await popup.$eval(".sheet-hint", (hint) => hint.textContent)).toContain("Write a number");
	});

	it("hands over to the page for a region", async () => {
		const button = await popup.waitForSelector("text/Select a region of the page");
		await button!.click();
		await regionAsked(world.page);
		await popupClosed(world.extension);
		await leave(world);
	});
});
