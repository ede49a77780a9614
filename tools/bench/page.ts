import type { CDPSession, Page } from "puppeteer-core";
import sharp from "sharp";
import { median } from "../../lib/median.ts";
import { DEFAULT_SETTINGS } from "../../lib/settings.ts";
import type { Chromium } from "../browsers/chromium.ts";
import { drawSample } from "../demo/draw.ts";
import { SAMPLES } from "../demo/samples.ts";
import { listen } from "../demo/server.ts";
import { waitInFrames } from "../surfaces/frames.ts";
import { HOST } from "../surfaces/panel.ts";
import { openedPopup } from "../surfaces/popup.ts";

/** From the choice in the menu of an image to what the page shows; medians, milliseconds. */
export interface PageTimes {
	/** How the pixels are had. */
	readonly pixels: "canvas" | "screenshot";
	/** Until the frame of the panel is there, with its progress. */
	readonly frame: number;
	/** Until the number is in it. */
	readonly reading: number;
}

/** Width and height of the image, in pixels: one megapixel. */
const SIDE = 1000;

/** Browsers take two screenshots a second; waiting for the next one is not what is measured. Milliseconds. */
const BETWEEN = 600;

interface Shown {
	readonly frame: number;
	readonly reading: number;
}

declare const chrome: {
	tabs: {
		query(what: object): Promise<{ id: number }[]>;
		sendMessage(tab: number, message: object): Promise<void>;
	};
	scripting: { executeScript(what: object): Promise<void> };
};
declare const digitLensSession: { end(): void } | undefined;

/** Reads an image of one megapixel in a page, of its own site and by screenshot, in turns. */
export async function measurePage(
	{ browser, extension }: Pick<Chromium, "browser" | "extension">,
	rounds: number,
): Promise<PageTimes[]> {
	const svg = Buffer.from(drawSample(SAMPLES[0]!));
	const picture = await sharp(svg)
		.resize(SIDE, SIDE, { fit: "contain", background: "white" })
		.png()
		.toBuffer();
	const serve = (html: string) =>
		listen((request, response) => {
			response.setHeader("content-type", request.url === "/p.png" ? "image/png" : "text/html");
			response.end(request.url === "/p.png" ? picture : `<!doctype html><title>A picture</title>${html}`);
		});
	const other = await serve("");
	const addresses = { canvas: "/p.png", screenshot: `${other.origin}/p.png` } as const;
	const own = await serve(
		Object.values(addresses)
			.map((src) => `<img src="${src}" width="300">`)
			.join(""),
	);
	const page = await browser.newPage();
	try {
		await page.goto(own.origin, { waitUntil: "networkidle0" });
		// Opens the page to the extension, as every gesture does.
		await extension.triggerAction(page);
		await (await openedPopup(extension)).close();
		await page.bringToFront();
		const driver = await browser.newPage();
		await driver.goto(`chrome-extension://${extension.id}/options.html`);
		await page.bringToFront();
		const world = await extensionWorld(page, extension.id, () => choose(driver, addresses.canvas));
		const times = { canvas: [] as Shown[], screenshot: [] as Shown[] };
		for (let round = -1; round < rounds; round++)
			for (const pixels of ["canvas", "screenshot"] as const) {
				const address = new URL(addresses[pixels], own.origin).href;
				const shown = world.evaluate<number>(watch, HOST);
				const from = await choose(driver, address);
				const [frame, reading] = await Promise.all([shown, numberShown(page)]);
				// The first round only warms up.
				if (round >= 0) times[pixels].push({ frame: frame - from, reading: reading - from });
				await world.evaluate(leave);
				await new Promise((done) => setTimeout(done, BETWEEN));
			}
		await driver.close();
		return (["canvas", "screenshot"] as const).map((pixels) => ({
			pixels,
			frame: median(times[pixels].map(({ frame }) => frame)),
			reading: median(times[pixels].map(({ reading }) => reading)),
		}));
	} finally {
		await page.close();
		await Promise.all([own.stop(), other.stop()]);
	}
}

/** Does what the background does when "Read digits here" is chosen; says when, in ms since 1970. */
async function choose(driver: Page, address: string): Promise<number> {
	const { pad, panel } = DEFAULT_SETTINGS;
	const data = { id: crypto.randomUUID(), task: { kind: "element", address }, settings: { pad, panel } };
	return driver.evaluate(
		async (message) => {
			const [tab] = await chrome.tabs.query({ title: "A picture" });
			const from = performance.timeOrigin + performance.now();
			await chrome.scripting.executeScript({ target: { tabId: tab!.id }, files: ["/picker.js"] });
			await chrome.tabs.sendMessage(tab!.id, message);
			return from;
		},
		{ type: "pick", data },
	);
}

/** Runs in the page: when the frame over it is there. */
function watch(host: string): Promise<number> {
	return new Promise((done) => {
		const look = () => {
			if (!document.querySelector(host)) return;
			observer.disconnect();
			done(performance.timeOrigin + performance.now());
		};
		const observer = new MutationObserver(look);
		observer.observe(document.documentElement, { childList: true, subtree: true });
		look();
	});
}

/** When the number is in the frame over a page. */
async function numberShown(page: Page): Promise<number> {
	const number = await waitInFrames(page, ".number");
	const at = await number.evaluate(() => performance.timeOrigin + performance.now());
	await number.dispose();
	return at;
}

function leave(): void {
	digitLensSession?.end();
}

/** The world in which the extension's scripts run in a page; there is one once `inject` has put one there. */
async function extensionWorld(page: Page, id: string, inject: () => Promise<unknown>) {
	const session: CDPSession = await page.createCDPSession();
	const context = new Promise<number>((done) => {
		session.on("Runtime.executionContextCreated", ({ context }) => {
			if (context.origin === `chrome-extension://${id}`) done(context.id);
		});
	});
	await session.send("Runtime.enable");
	await inject();
	const contextId = await context;
	const world = {
		async evaluate<T>(run: (argument: string) => T | Promise<T>, argument = ""): Promise<T> {
			const expression = `(${run})(${JSON.stringify(argument)})`;
			const how = { expression, contextId, awaitPromise: true, returnByValue: true };
			const { result, exceptionDetails } = await session.send("Runtime.evaluate", how);
			if (exceptionDetails) throw new Error(exceptionDetails.text);
			return result.value as T;
		},
	};
	await world.evaluate(leave);
	return world;
}
