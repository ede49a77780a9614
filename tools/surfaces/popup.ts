import type { Extension, Page } from "puppeteer-core";
import type { Stroke } from "../../lib/ink/stroke.ts";
import { until } from "./until.ts";

/** The pad; its presence is the sign that the popup is ready. */
export const PAD = "canvas.sheet-ink";

/** Waits until the toolbar's popup is open and ready to draw, or shows what `ready` selects. */
export async function openedPopup(extension: Extension, ready = PAD): Promise<Page> {
	const popup = await until(
		async () => (await extension.pages()).find((page) => isPopup(page)),
		"the popup did not open",
	);
	await popup.waitForSelector(ready);
	return popup;
}

/** Waits until no popup is open. */
export async function popupClosed(extension: Extension): Promise<void> {
	await until(
		async () => !(await extension.pages()).some((page) => isPopup(page)),
		"the popup is still open",
	);
}

function isPopup(page: Page): boolean {
	try {
		return page.url().endsWith("/popup.html");
	} catch {
		return false; // It is there, but has no address yet.
	}
}

/** Strokes moved onto the pad, so that their box begins at its upper left corner, plus a margin; CSS pixels of the page. */
export async function onPad(
	popup: Page,
	strokes: readonly Stroke[],
	margin = 24,
): Promise<{ x: number; y: number }[][]> {
	const pad = await (await popup.waitForSelector(PAD))!.boundingBox();
	return strokes.map((stroke) =>
		stroke.map(([x, y]) => ({ x: pad!.x + margin + x, y: pad!.y + margin + y })),
	);
}

/** The reading as the popup shows it, lines separated by "\n". */
export function shownText(popup: Page): Promise<string> {
	return popup.evaluate(() => {
		const digits = (line: Element) =>
			[...line.querySelectorAll(".digit")].map((digit) => digit.textContent).join("");
		return [...document.querySelectorAll(".line")].map(digits).join("\n");
	});
}

/** Waits until the popup shows this reading. */
export async function reads(popup: Page, text: string): Promise<void> {
	let last = "";
	await until(
		async () => {
			last = await shownText(popup);
			return last === text;
		},
		() => `the popup reads "${last}", not "${text}"`,
	);
}

/** How many pixels of the pad carry ink. */
export function inkOnPad(popup: Page): Promise<number> {
	return popup.$eval(PAD, (pad) => {
		const { width, height } = pad as HTMLCanvasElement;
		const { data } = (pad as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
		return data.filter((value, i) => i % 4 === 3 && value > 0).length;
	});
}
