import type { ElementHandle, Page } from "puppeteer-core";
import { writeDigits } from "../../../tools/demo/hand.ts";
import { waitInFrames } from "../../../tools/surfaces/frames.ts";
import { until } from "../../../tools/surfaces/until.ts";
import { boxOf, type Desk } from "./desk.ts";

/** The pad beside a field of a page, once it is there. */
export const fieldPad = (page: Page) => waitInFrames(page, '[role="dialog"][aria-label="Draw digits"]');

/** Writes digits with the mouse on the paper of the pad beside a field. */
export async function writeForField(page: Page, desk: Desk, text: string): Promise<void> {
	const { x, y } = await boxOf(await waitInFrames(page, '[role="dialog"] canvas'));
	for (const stroke of writeDigits(text, { height: 60, seed: 5, gap: 0.3 }))
		await desk.drag(
			page,
			stroke.map(([px, py]) => ({ x: x + 20 + px, y: y + 30 + py })),
		);
}

/** Waits until the pad beside a field reads this number. */
export function readsForField(pad: ElementHandle, text: string): Promise<boolean> {
	return until(
		() => pad.$eval(".drawn", (drawn, wanted) => drawn.textContent === wanted, text),
		"the pad does not read what is drawn on it",
	);
}
