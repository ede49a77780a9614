import type { ElementHandle, Extension, Page } from "puppeteer-core";
import { overlayGone, readPanel } from "../surfaces/panel.ts";
import { openedPopup } from "../surfaces/popup.ts";
import { regionAsked } from "../surfaces/region.ts";
import { SAMPLES } from "./samples.ts";

/** Reads every picture of the demo page as a person would with a region, and prints what the panel says. */
export async function readSamples(page: Page, extension: Extension): Promise<void> {
	const rows = [];
	for (const { name, caption, text } of SAMPLES) {
		const picture = await page.waitForSelector(`#${name} > :first-child`);
		const { read, milliseconds } = await readRegion(page, extension, picture!);
		rows.push({
			picture: caption,
			written: text.replaceAll("\n", " / "),
			read: read.replaceAll("\n", " / "),
			right: read === text ? "yes" : "no",
			ms: milliseconds,
		});
	}
	console.table(rows);
	const right = rows.filter((row) => row.right === "yes").length;
	console.log(`${right} of ${rows.length} pictures read right.`);
	if (right === 0) throw new Error("The extension read none of them.");
}

async function readRegion(page: Page, extension: Extension, picture: ElementHandle) {
	await picture.scrollIntoView();
	await extension.triggerAction(page);
	const popup = await openedPopup(extension);
	await (await popup.waitForSelector("text/Select a region of the page"))!.click();
	await regionAsked(page);

	const { x, y, width, height } = (await picture.boundingBox())!;
	await page.mouse.move(x + 2, y + 2);
	await page.mouse.down();
	await page.mouse.move(x + width - 2, y + height - 2, { steps: 5 });
	const start = performance.now();
	await page.mouse.up();
	const { text, words } = await readPanel(page);
	const milliseconds = Math.round(performance.now() - start);

	await page.keyboard.press("Escape");
	await overlayGone(page);
	return { read: text || words, milliseconds };
}
