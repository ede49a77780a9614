import type { World } from "./world.ts";

/** What Ctrl+V puts into a text field. */
export async function paste({ browser, desk }: World): Promise<string> {
	const page = await browser.newPage();
	try {
		await page.setContent("<textarea></textarea>");
		await page.focus("textarea");
		desk.press("ctrl+v");
		const filled = await page.waitForFunction(() => document.querySelector("textarea")!.value);
		return (await filled.jsonValue()) as string;
	} finally {
		await page.close();
	}
}
