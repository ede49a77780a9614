import type { Browser, Page } from "puppeteer-core";
import { median } from "../../lib/median.ts";
import { writeDigits } from "../demo/hand.ts";
import { writeWithMouse } from "../surfaces/mouse.ts";
import { onPad, PAD, reads } from "../surfaces/popup.ts";

/** Speed of the popup as a person meets it; medians, milliseconds. */
export interface PopupTimes {
	/** From opening it to its first paint. */
	readonly firstPaint: number;
	/** From opening it to a pad that can be drawn on. */
	readonly readyToDraw: number;
	/** From a move of the pen to its ink on the canvas. */
	readonly ink: number;
	/** From a move of the pen to the reading that it changed. */
	readonly reading: number;
}

/** Opens the popup in a tab again and again and writes on it; the worker is warm, and the default model reads. */
export async function measurePopup(browser: Browser, address: string, rounds: number): Promise<PopupTimes> {
	const samples: Record<keyof PopupTimes, number[]> = {
		firstPaint: [],
		readyToDraw: [],
		ink: [],
		reading: [],
	};
	for (let round = 0; round < rounds; round++) {
		const page = await browser.newPage();
		await page.evaluateOnNewDocument(watch, PAD);
		await page.goto(address);
		await page.waitForSelector(PAD);
		await write(page, round);
		const times = await page.evaluate(() => globalThis.popupTimes);
		samples.firstPaint.push(...times.firstPaint);
		samples.readyToDraw.push(...times.readyToDraw);
		samples.ink.push(...times.ink);
		samples.reading.push(...times.reading);
		await page.keyboard.press("Delete");
		await reads(page, "");
		await page.close();
	}
	return {
		firstPaint: median(samples.firstPaint),
		readyToDraw: median(samples.readyToDraw),
		ink: median(samples.ink),
		reading: median(samples.reading),
	};
}

async function write(page: Page, seed: number): Promise<void> {
	await writeWithMouse(page, await onPad(page, writeDigits("3", { height: 150, seed })));
	await page.waitForFunction(() => document.querySelector('.bar[data-answer="true"]'));
}

declare global {
	var popupTimes: Record<keyof PopupTimes, number[]>;
}

/** Runs in the popup before its own code does. */
function watch(pad: string): void {
	const times: typeof globalThis.popupTimes = { firstPaint: [], readyToDraw: [], ink: [], reading: [] };
	globalThis.popupTimes = times;
	new PerformanceObserver((list) => {
		for (const { name, startTime } of list.getEntries())
			if (name === "first-contentful-paint") times.firstPaint.push(startTime);
	}).observe({ type: "paint", buffered: true });

	/** When the move happened that no reading has followed yet, and the one that no ink has. */
	let unread: number | null = null;
	let unpainted: number | null = null;
	new MutationObserver(() => {
		if (times.readyToDraw.length === 0 && document.querySelector(pad))
			times.readyToDraw.push(performance.now());
	}).observe(document, { childList: true, subtree: true });
	new MutationObserver((changes) => {
		const changed = changes.some(({ target }) => (target as Element).closest?.(".bars"));
		if (!changed || unread === null) return;
		times.reading.push(performance.now() - unread);
		unread = null;
	}).observe(document, { attributes: true, subtree: true });
	// As soon as the browser tells of it; `pointermove` comes with the next frame.
	addEventListener(
		"pointerrawupdate",
		(event) => {
			const { timeStamp, buttons } = event as PointerEvent;
			if (buttons === 0) return;
			unread ??= timeStamp;
			unpainted ??= timeStamp;
		},
		{ capture: true },
	);
	const { stroke } = CanvasRenderingContext2D.prototype;
	CanvasRenderingContext2D.prototype.stroke = function (this: CanvasRenderingContext2D) {
		(stroke as () => void).call(this);
		if (unpainted === null) return;
		times.ink.push(performance.now() - unpainted);
		unpainted = null;
	} as typeof stroke;
}
