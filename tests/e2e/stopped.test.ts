import { describe, expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { readPanel } from "../../tools/surfaces/panel.ts";
import { middleOf } from "./harness/desk.ts";
import { FULL_PAGE } from "./harness/full-page.ts";
import { serveIn } from "./harness/served-page.ts";
import { type AnyWorld, HAS_DESK, startWorldIn } from "./harness/world.ts";

const PICTURE = `data:image/svg+xml;base64,${Buffer.from(drawSample(FULL_PAGE)).toString("base64")}`;
/** So small that the screen shows less than the picture holds. */
const PAGE = `<!doctype html><title>A full page</title><img id="full" src="${PICTURE}" width="330">`;

// Not in Chromium, whose worker, when somebody listens to it as worlds do, waits for them when it starts anew: see
// worker.test.ts, where nobody does.
describe.skipIf(!HAS_DESK)("in Firefox a background that is stopped", () => {
	let world: AnyWorld;
	serveIn(
		() => startWorldIn("Firefox"),
		PAGE,
		(started) => {
			world = started;
		},
	);

	it("twice in one reading still reads the picture itself, not what the screen shows of it", async () => {
		const { page, desk } = world;
		const picture = (await page.waitForSelector("#full"))!;
		await desk.choose(page, await middleOf(picture), "r");
		await page.waitForSelector(".progress");
		await world.stopBackground();
		await new Promise((resolve) => setTimeout(resolve, 400));
		await world.stopBackground();
		const { text, words } = await readPanel(page);
		expect(words).not.toContain("what the screen shows");
		expect(text.replaceAll("\n", "")).toBe(FULL_PAGE.text.replaceAll("\n", ""));
	});
});
