import type { AnyWorld, World } from "./world.ts";

/** What Ctrl+V puts into a text field of another page. */
export async function paste({ browser, desk, page: inFront }: AnyWorld): Promise<string> {
	const page = await browser.newPage();
	try {
		await page.setContent("<textarea></textarea>");
		await page.focus("textarea");
		desk.press("ctrl+v");
		const filled = await page.waitForFunction(() => document.querySelector("textarea")!.value);
		return (await filled.jsonValue()) as string;
	} finally {
		await page.close();
		// Browsers differ in which tab is the next.
		await inFront.bringToFront();
	}
}

/** Puts a PNG on the clipboard, as copying a picture in a page does. */
export async function copyPicture({ browser, demo }: World, png: Buffer): Promise<void> {
	const page = await browser.newPage();
	try {
		await page.goto(demo.origin);
		await page.bringToFront();
		await page.evaluate(async (base64) => {
			const file = await (await fetch(`data:image/png;base64,${base64}`)).blob();
			await navigator.clipboard.write([new ClipboardItem({ "image/png": file })]);
		}, png.toString("base64"));
	} finally {
		await page.close();
	}
}
