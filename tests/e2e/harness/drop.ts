import type { Page } from "puppeteer-core";

/** Drops files and folders of this computer, by their absolute paths, onto a spot in CSS pixels of the viewport. */
export async function drop(
	page: Page,
	files: readonly string[],
	{ x, y }: { readonly x: number; readonly y: number },
): Promise<void> {
	const session = await page.createCDPSession();
	const data = { items: [], files: [...files], dragOperationsMask: 1 };
	for (const type of ["dragEnter", "dragOver", "drop"] as const)
		await session.send("Input.dispatchDragEvent", { type, x, y, data });
	await session.detach();
}
