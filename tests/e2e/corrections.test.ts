import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Launched } from "../../tools/browsers/launched.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { takePicture } from "./harness/picture.ts";

describe.each(BROWSERS)("corrections in %s", (name) => {
	let launched: Launched;
	let popup: Page;
	let options: Page;
	let downloads: string;

	beforeAll(async () => {
		downloads = await mkdtemp(join(tmpdir(), "digit-lens-"));
		launched = await launch(name, { downloads });
		popup = await launched.open("popup.html", "canvas.sheet-ink");
		await writeWithMouse(popup, await onPad(popup, writeDigits("47", { height: 90, seed: 5, gap: 0.5 })));
		await reads(popup, "47");
	});
	afterAll(async () => {
		await close(launched);
		await rm(downloads, { recursive: true, force: true });
	});

	/** Types another digit over the first one. */
	async function putRight(digit: string): Promise<void> {
		await popup.bringToFront();
		await popup.focus(".number-input");
		await popup.keyboard.press("Home");
		await popup.keyboard.press("Delete");
		await popup.keyboard.type(digit);
		await reads(popup, `${digit}7`);
	}
	async function openOptions(): Promise<void> {
		options = await launched.open("options.html", "#corrections");
	}
	const shows = (...kept: string[]) =>
		until(
			async () =>
				String(
					await options.$$eval(".correction", (all) =>
						all.map(
							(one) => `${one.querySelector("b")!.textContent} ${one.querySelector("small")!.textContent}`,
						),
					),
				) === String(kept),
			`the options do not list ${kept}`,
		);
	const press = (label: string) =>
		options.click(`#corrections ~ * ::-p-aria([role="button"][name="${label}"])`);

	it("are listed in the options with what was written, once a digit", async () => {
		await putRight("9");
		await putRight("6");
		await openOptions();
		await shows("6 read as 4");
		expect(await options.$eval(".correction canvas", (canvas) => (canvas as HTMLCanvasElement).width)).toBe(
			28,
		);
		await options.$eval("#corrections", (heading) => heading.scrollIntoView({ behavior: "instant" }));
		await takePicture(options, `corrections-${name}`);
	});

	it("are counted where privacy is spoken of", async () => {
		const counted = await options.$$eval(".network div", (rows) => rows.map((row) => row.textContent));
		expect(counted.some((row) => row!.startsWith("correction on this device") && row!.endsWith("1"))).toBe(
			true,
		);
	});

	it("are saved as a file", async () => {
		await press("Export JSON");
		const file = await until(
			async () => (await readdir(downloads)).find((one) => one === "digit-lens-corrections.json"),
			"nothing was saved",
		);
		const content = await until(
			async () => (await readFile(join(downloads, file), "utf8")) || null,
			"it is empty",
		);
		expect(JSON.parse(content)).toMatchObject([{ digit: 6, read: 4 }]);
	});

	it("are deleted, and come back", async () => {
		await press("Delete: a 6, read as 4");
		await shows();
		await press("Undo");
		await shows("6 read as 4");
		await press("Delete all");
		await shows();
		await press("Undo");
		await shows("6 read as 4");
	});

	it("are not kept when that is switched off", async () => {
		await options.click("#corrections ~ .fields input");
		await until(
			() => options.$eval("#corrections ~ .fields input", (box) => !(box as HTMLInputElement).checked),
			"the switch did not move",
		);
		await putRight("8");
		await openOptions();
		await shows("6 read as 4");
	});
});
