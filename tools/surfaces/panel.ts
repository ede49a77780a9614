import type { Page } from "puppeteer-core";
import { findInFrames, waitInFrames } from "./frames.ts";
import { until } from "./until.ts";

/** The one element that the extension adds to a page. */
export const HOST = "div[data-digit-lens]";

// Firefox takes up to seconds to find something by what it is to assistive technology.
const DIALOG = '[role="dialog"][aria-label="Digit Lens reading"]';

/** Selects the button with this name, be it seen or not. */
export const buttonNamed = (name: string) =>
	`::-p-xpath(//button[@aria-label="${name}" or normalize-space() = "${name}"])`;

/** What the result panel shows once it has an answer. */
export interface PanelContent {
	/** The number, lines separated by "\n"; empty when nothing was read. */
	readonly text: string;
	/** Everything that it says, the number included. */
	readonly words: string;
	/** The frames around the digits, in CSS pixels of the viewport, in reading order. */
	readonly boxes: readonly {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	}[];
}

/** Waits for the panel of a page and for its answer. */
export async function readPanel(page: Page): Promise<PanelContent> {
	let said = "";
	return until(
		async () => {
			// Looked up every time: one panel may take the place of another.
			const dialog = await findInFrames(page, DIALOG);
			const shown = await dialog?.evaluate(contentOf).catch(() => null);
			await dialog?.dispose();
			said = shown?.words ?? said;
			return shown?.done ? shown : null;
		},
		() => `the panel shows no answer; it says "${said}"`,
	);
}

/** Waits until keys reach the panel of a page: its frame is told some time after the panel is shown. */
export async function panelHasKeys(page: Page): Promise<void> {
	await until(
		() => dialogOf(page, ({ ownerDocument }) => ownerDocument.hasFocus()),
		"the panel does not get the keyboard",
	);
}

/** What a function says of the dialog in a page. */
export async function dialogOf<T, A extends unknown[]>(
	page: Page,
	look: (dialog: Element, ...more: A) => T,
	...more: A
): Promise<T> {
	const dialog = await waitInFrames(page, DIALOG);
	const seen = await dialog.evaluate(look as (dialog: Element, ...more: unknown[]) => T, ...more);
	await dialog.dispose();
	return seen as T;
}

/**
 * The middle of a part of the panel that has no name of its own, the first or another of them; CSS pixels of the
 * viewport.
 */
export function placeInPanel(page: Page, selector: string, index = 0): Promise<{ x: number; y: number }> {
	return dialogOf(
		page,
		(dialog, part, at) => {
			const { x, y, width, height } = dialog.querySelectorAll(part)[at]!.getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		},
		selector,
		index,
	);
}

/** The frames around the digits as they stand now. */
export async function boxesOf(page: Page): Promise<PanelContent["boxes"]> {
	return (await dialogOf(page, contentOf)).boxes;
}

/** How the panel of a page looks. */
export function panelStyle(page: Page) {
	return dialogOf(page, (dialog) => {
		const { color, backgroundColor, fontSize } = getComputedStyle(dialog);
		const visible = dialog.checkVisibility({ opacityProperty: true, visibilityProperty: true });
		return { visible, color, backgroundColor, fontSize };
	});
}

/** Waits until nothing of the extension is left in a page. */
export async function overlayGone(page: Page): Promise<void> {
	await page.waitForFunction((host) => !document.querySelector(host), {}, HOST);
}

/** What a panel shows, and whether it is done; runs in its frame. */
function contentOf(dialog: Element): PanelContent & { readonly done: boolean } {
	const digits = (line: Element) => [...line.querySelectorAll(".digit")].map((digit) => digit.textContent);
	return {
		done: !dialog.querySelector(".progress"),
		text: [...dialog.querySelectorAll(".number-scroll > .line, tr")]
			.map((line) => digits(line).join(""))
			.join("\n"),
		words: dialog.textContent,
		boxes: [...document.querySelectorAll(".box:not([data-rejected])")].map((box) => {
			const { x, y, width, height } = box.getBoundingClientRect();
			return { x, y, width, height };
		}),
	};
}
