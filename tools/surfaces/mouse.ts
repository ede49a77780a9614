import type { Page } from "puppeteer-core";

/** Writes with the mouse: each path is a stroke, in CSS pixels of the viewport. */
export async function writeWithMouse(
	page: Page,
	paths: readonly (readonly { readonly x: number; readonly y: number }[])[],
): Promise<void> {
	for (const [start, ...rest] of paths) {
		await page.mouse.move(start!.x, start!.y);
		await page.mouse.down();
		for (const { x, y } of rest) await page.mouse.move(x, y);
		await page.mouse.up();
	}
}
