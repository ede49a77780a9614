import { expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { readPanel } from "../../tools/surfaces/panel.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { middleOf, onDesk } from "./harness/desk.ts";
import { FULL_PAGE } from "./harness/full-page.ts";
import { serveIn } from "./harness/served-page.ts";
import { type AnyWorld, startWorldIn } from "./harness/world.ts";

const picture = `data:image/svg+xml;base64,${Buffer.from(drawSample(FULL_PAGE)).toString("base64")}`;

/** Shown so small that a picture of the screen would lose digits. */
const PAGE = `<!doctype html><title>A full page</title><img id="target" src="${picture}" width="300">`;

onDesk.each(BROWSERS)("when the background is stopped again and again in %s", (name) => {
	let world: AnyWorld;
	serveIn(
		() => startWorldIn(name, { stops: true }),
		PAGE,
		(started) => {
			world = started;
		},
	);

	async function read(meanwhile: () => Promise<void>) {
		const { page, desk } = world;
		await desk.choose(page, await middleOf((await page.$("#target"))!), "r");
		// It is shown while the background is at work.
		await page.waitForSelector('progress[aria-label="Reading…"]');
		await meanwhile();
		return readPanel(page);
	}

	it("a picture is still read from its own pixels, whole", async () => {
		const undisturbed = await read(async () => {});
		expect(undisturbed.text.length).toBeGreaterThan(600);
		world.desk.press("Escape");
		const disturbed = await read(async () => {
			for (let time = 0; time < 2; time++) {
				await world.stopBackground();
				await until(() => world.backgroundRuns(), "nobody asks the background again");
			}
		});
		expect(disturbed.text).toBe(undisturbed.text);
		expect(disturbed.words).not.toContain("what the screen shows");
	});
});
