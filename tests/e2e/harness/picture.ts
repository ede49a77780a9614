import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";

/** Writes what a page shows into `artifacts/`, for the README and for whoever looks at a run afterwards. */
export async function takePicture(page: Page, name: string): Promise<void> {
	await mkdir("artifacts", { recursive: true });
	await page.screenshot({ path: `artifacts/${name}.png` });
}
