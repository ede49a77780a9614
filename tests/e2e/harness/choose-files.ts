import type { ElementHandle, Page } from "puppeteer-core";

/** Chooses files of this computer, by their absolute paths, in a field for files, as its dialog would. */
export async function chooseFiles(page: Page, selector: string, files: readonly string[]): Promise<void> {
	const input = await page.waitForSelector(selector);
	await (input as ElementHandle<HTMLInputElement>).uploadFile(...files);
}
