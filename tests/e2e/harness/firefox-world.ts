import { launchFirefox } from "../../../tools/browsers/firefox.ts";
import { startDemo } from "../../../tools/demo/server.ts";
import { startDesk } from "./desk.ts";
import { noComplaints } from "./errors.ts";
import { type AnyWorld, FIREFOX_BUILD, seesFrames, startWorld } from "./world.ts";

/** A desk, a Firefox with the extension on it, and the demo page in its first tab. */
export async function startFirefoxWorld(): Promise<AnyWorld> {
	const stops: (() => Promise<void>)[] = [];
	const stop = async () => {
		for (const end of stops.reverse()) await end();
	};
	try {
		const demo = await startDemo();
		stops.push(demo.stop);
		const desk = await startDesk();
		stops.push(desk.stop);
		const { browser } = await launchFirefox({
			extension: FIREFOX_BUILD,
			headless: false,
			env: desk.display.env,
		});
		stops.push(() => browser.close());
		const [page] = await browser.pages();
		const errors: string[] = [];
		page!.on("pageerror", (error) => errors.push(String(error)));
		await page!.goto(demo.origin);
		await page!.waitForSelector("canvas[data-ready]");
		await page!.bringToFront();
		await desk.focus(page!);
		seesFrames(page!);
		return {
			desk,
			demo,
			page: page!,
			errors,
			stop,
			async finish() {
				await stop();
				noComplaints(errors);
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Worlds of both browsers, for suites that hold in either. */
export const WORLDS: readonly (readonly [browser: string, start: () => Promise<AnyWorld>])[] = [
	["Chromium", () => startWorld()],
	["Firefox", startFirefoxWorld],
];
