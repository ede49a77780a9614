import type { Page } from "puppeteer-core";
import type { ViewId } from "../../components/lab/views.ts";
import type { Stroke } from "../../lib/ink/stroke.ts";
import type { Launched } from "../browsers/launched.ts";
import { writeWithMouse } from "./mouse.ts";

/** Opens a view of the lab in a new tab. */
export function openLab({ open }: Pick<Launched, "open">, view: ViewId): Promise<Page> {
	return open(`lab.html#/${view}`, ".part");
}

/** Writes with the mouse on the lab's pad; the ink begins a margin away from its upper left corner. */
export async function writeInLab(page: Page, strokes: readonly Stroke[], margin = 40): Promise<void> {
	const pad = (await (await page.waitForSelector(".lens-pad canvas"))!.boundingBox())!;
	await writeWithMouse(
		page,
		strokes.map((stroke) => stroke.map(([x, y]) => ({ x: pad.x + margin + x, y: pad.y + margin + y }))),
	);
}

/** Waits until the model that is looked into says this digit. */
export async function labSays(page: Page, digit: string): Promise<void> {
	await page.waitForFunction(
		(wanted) => document.querySelector(".lens-digit span")?.textContent === wanted,
		{},
		digit,
	);
}
