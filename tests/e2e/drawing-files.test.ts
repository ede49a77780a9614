import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD } from "./harness/browsers.ts";

describe("a drawing leaves the popup", () => {
	let chromium: Chromium;
	let popup: Page;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
		const origin = `chrome-extension://${chromium.extension.id}`;
		await chromium.browser
			.defaultBrowserContext()
			.overridePermissions(origin, ["clipboard-read", "clipboard-sanitized-write"]);
		popup = await chromium.browser.newPage();
		await popup.goto(`${origin}/popup.html`);
		const session = await popup.createCDPSession();
		await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
		await writeWithMouse(popup, await onPad(popup, writeDigits("52", { height: 110, seed: 4, gap: 0.3 })));
		await reads(popup, "52");
	});
	afterAll(async () => {
		await chromium?.browser.close();
		await rm(folder, { recursive: true, force: true });
	});

	async function choose(name: string): Promise<void> {
		await popup.click('[aria-haspopup="menu"]');
		await popup.click(`::-p-xpath(//*[@role="menuitem"][starts-with(., "${name}")])`);
	}

	/** What the extension itself reads in a picture. */
	async function readBack(file: Buffer): Promise<string> {
		const png = await sharp(file).png().toBuffer();
		const url = `data:image/png;base64,${png.toString("base64")}`;
		const answer = await ask(popup, "readPicture", { picture: { kind: "data", url } });
		return answer.ok ? answer.value.reading.text : answer.sentence;
	}

	it.each(["PNG", "SVG"])("as %s, which reads as it did on the pad", async (format) => {
		await choose(`Save as ${format}`);
		const path = join(folder, `digit-lens-52.${format.toLowerCase()}`);
		const file = await until(() => readFile(path).catch(() => null), "no file was saved");
		expect(await readBack(file)).toBe("52");
	});

	it("as a picture on the clipboard", async () => {
		await choose("Copy as picture");
		await popup.waitForSelector('[aria-label="Picture copied"]');
		const base64 = await popup.evaluate(async () => {
			const [item] = await navigator.clipboard.read();
			const bytes = new Uint8Array(await (await item!.getType("image/png")).arrayBuffer());
			return btoa(String.fromCharCode(...bytes));
		});
		expect(await readBack(Buffer.from(base64, "base64"))).toBe("52");
	});

	it("as the numbers of the 28 by 28 pixels that the model sees", async () => {
		await popup.click('[title="Change its pixels"]');
		await popup.click("text/Copy all numbers");
		await popup.waitForSelector("text/Copied");
		const text = await popup.evaluate(() => navigator.clipboard.readText());
		const rows = text
			.trim()
			.split("\n")
			.map((row) => row.split("\t").map(Number));
		expect(rows.map((row) => row.length)).toEqual(Array(28).fill(28));
		expect(Math.max(...rows.flat())).toBe(255);
	});

	it("leaves the menu with Esc, back on its button", async () => {
		await popup.click('[aria-haspopup="menu"]');
		await popup.waitForSelector('[role="menu"]');
		await popup.keyboard.press("ArrowDown");
		expect(await popup.evaluate(() => document.activeElement!.textContent)).toContain("Save as PNG");
		await popup.keyboard.press("Escape");
		await popup.waitForFunction(() => !document.querySelector('[role="menu"]'));
		expect(await popup.evaluate(() => document.activeElement!.getAttribute("aria-haspopup"))).toBe("menu");
	});
});
