import { execFileSync } from "node:child_process";
import type { ElementHandle, Page } from "puppeteer-core";
import { describe } from "vitest";
import type { Box } from "../../../lib/geometry.ts";
import { type Display, SCREEN_WIDTH, startDisplay } from "../../../tools/browsers/display.ts";
import { painted } from "../../../tools/surfaces/painted.ts";
import { until } from "../../../tools/surfaces/until.ts";

/**
 * A suite with the gestures of a person: they need a screen of its own with a mouse and keyboard (Xvfb, openbox and
 * xdotool, of Linux). Elsewhere it is skipped; all other suites run everywhere.
 */
export const onDesk = describe.skipIf(process.platform !== "linux");

/** Seconds between two places of a moving hand; the X server merges what comes faster than the browser takes it. */
const HAND = 0.02;

/** CSS pixels of a page's viewport. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

/** A screen with a real mouse and keyboard: what they do, the browser takes for the gestures of a person. */
export interface Desk {
	readonly display: Display;
	/** Gives the keyboard to the window that shows a page, as a click on its title bar does. */
	focus(page: Page): Promise<void>;
	/** Presses keys as xdotool names them, e.g. "alt+shift+l". */
	press(...keys: string[]): void;
	move(page: Page, spot: Spot): Promise<void>;
	click(page: Page, spot: Spot): Promise<void>;
	/** Clicks on a spot of the screen, for what is no page; pixels. */
	clickOnScreen(spot: Spot): void;
	/** Drags from one spot to another with the left button, in small steps as a hand does. */
	drag(page: Page, path: readonly Spot[]): Promise<void>;
	/** Right-clicks and waits until the menu is open. */
	openMenu(page: Page, spot: Spot): Promise<void>;
	/** Opens the submenu of the open menu's item with this first letter. */
	openSubmenu(letter: string): Promise<void>;
	/** Right-clicks and chooses the extension's item with this first letter. */
	choose(page: Page, spot: Spot, letter: string): Promise<void>;
	stop(): Promise<void>;
}

export async function startDesk(): Promise<Desk> {
	const display = await startDisplay();
	const xdotool = (...words: (string | number)[]) =>
		execFileSync("xdotool", words.map(String), { env: display.env, encoding: "utf8" });
	const windows = () => {
		try {
			return xdotool("search", "--onlyvisible", "--name", "").trim().split("\n");
		} catch {
			return []; // xdotool ends with 1 when it finds none.
		}
	};
	/** Menus are windows: one is open when one is to be seen that was not there before; others may just close. */
	const opens = async (what: string, act: () => void) => {
		const before = new Set(windows());
		act();
		await until(() => windows().some((id) => !before.has(id)), `the ${what} did not open`);
	};
	const openMenu = async (page: Page, spot: Spot) => {
		const place = await onScreen(page, spot);
		await painted(page);
		await opens("context menu", () => xdotool("mousemove", ...place, "click", 3));
	};
	const openSubmenu = (letter: string) => opens("submenu", () => xdotool("key", letter));
	return {
		display,
		async focus(page) {
			const title = await page.title();
			await until(() => {
				xdotool("search", "--onlyvisible", "--name", title, "windowactivate");
				return xdotool("getwindowfocus", "getwindowname").includes(title);
			}, "the window does not get the keyboard");
		},
		press: (...keys) => void xdotool("key", ...keys),
		async move(page, spot) {
			xdotool("mousemove", ...(await onScreen(page, spot)));
		},
		async click(page, spot) {
			await painted(page);
			xdotool("mousemove", ...(await onScreen(page, spot)), "sleep", HAND, "click", 1);
		},
		clickOnScreen({ x, y }) {
			xdotool("mousemove", Math.round(x), Math.round(y), "sleep", HAND, "click", 1);
		},
		async drag(page, path) {
			await painted(page);
			const [first, ...rest] = await Promise.all(path.map((spot) => onScreen(page, spot)));
			xdotool("mousemove", ...first!, "mousedown", 1);
			xdotool(...rest.flatMap((spot) => ["mousemove", ...spot, "sleep", HAND]), "mouseup", 1);
		},
		openMenu,
		openSubmenu,
		async choose(page, spot, letter) {
			await openMenu(page, spot);
			await openSubmenu("d");
			xdotool("key", letter);
		},
		stop: () => display.stop(),
	};
}

/** Pixels of the screen, for a spot of a page at any page zoom. */
async function onScreen(page: Page, { x, y }: Spot): Promise<[number, number]> {
	const { left, top, scale } = await page.evaluate((screenWidth) => {
		const scale = devicePixelRatio;
		// Firefox knows where its page stands, in CSS pixels.
		const { mozInnerScreenX: left, mozInnerScreenY: top } = window as {
			mozInnerScreenX?: number;
			mozInnerScreenY?: number;
		};
		if (left !== undefined && top !== undefined) return { left: left * scale, top: top * scale, scale };
		// In Chromium all that is outside the page keeps its size when the page is zoomed; left, right and
		// lower borders of the window are equal.
		const outer = screenWidth / screen.width;
		return {
			left: screenX * outer + (outerWidth * outer - innerWidth * scale) / 2,
			top: (screenY + outerHeight) * outer - innerHeight * scale,
			scale,
		};
	}, SCREEN_WIDTH);
	return [Math.round(left + x * scale), Math.round(top + y * scale)];
}

/** The middle of an element, scrolled into view, once it stands still. */
export async function middleOf(element: ElementHandle): Promise<Spot> {
	await element.scrollIntoView();
	let last = "";
	const { x, y, width, height } = await until(async () => {
		const box = await boxOf(element);
		const before = last;
		last = JSON.stringify(box);
		return last === before && box;
	}, "the element does not stand still");
	if (width === 0 || height === 0) throw new Error("The element is not to be seen.");
	return { x: x + width / 2, y: y + height / 2 };
}

/** Where an element stands, in CSS pixels of its page at any page zoom. */
export function boxOf(element: ElementHandle): Promise<Box> {
	return element.evaluate((box) => {
		const { x, y, width, height } = box.getBoundingClientRect();
		return { x, y, width, height };
	});
}

/** The way of a hand that drags a rectangle around a box, `inset` CSS pixels inside of it. */
export function insideOf({ x, y, width, height }: Box, inset: number): Spot[] {
	const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset];
	return [
		{ x: left, y: top },
		{ x: (left + right) / 2, y: (top + bottom) / 2 },
		{ x: right, y: bottom },
	];
}

/** Those boxes that do not stand in another one, give or take what frames and rounding add. CSS pixels. */
export function standOut(boxes: readonly Box[], around: Box, slack = 4): Box[] {
	return boxes.filter(
		({ x, y, width, height }) =>
			x < around.x - slack ||
			y < around.y - slack ||
			x + width > around.x + around.width + slack ||
			y + height > around.y + around.height + slack,
	);
}
