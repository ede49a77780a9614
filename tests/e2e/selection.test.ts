import sharp from "sharp";
import { expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { buttonNamed, overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked, regionBox } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk } from "./harness/desk.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { serveIn } from "./harness/served-page.ts";
import { type AnyWorld, startWorldIn, workerOf } from "./harness/world.ts";

declare const chrome: { tabs: { captureVisibleTab(...how: unknown[]): Promise<string> } };
declare const shots: string[];

const OTHER = SAMPLES.find(({ name }) => name === "ruled")!;

/** A picture that becomes another one on `change()`, with nothing that moves by itself. */
const PAGE = `<!doctype html><title>A picture</title>
<style>svg { width: 100%; height: 100% }</style>
<div id="target" style="width: 300px; height: 170px; margin: 80px">${drawSample(SAMPLE)}</div>
<script>const change = () => { target.innerHTML = ${JSON.stringify(drawSample({ ...SAMPLE, text: OTHER.text, seed: OTHER.seed }))}; };</script>`;

declare const change: () => void;

onDesk.each(BROWSERS)("the selection of a region in %s", (name) => {
	let world: AnyWorld;
	serveIn(
		() => startWorldIn(name),
		PAGE,
		(started) => {
			world = started;
		},
	);

	const target = async () => boxOf((await world.page.$("#target"))!);

	async function select(inset: number): Promise<string> {
		const { page, desk } = world;
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await target(), inset));
		return (await readPanel(page)).text;
	}

	async function press(name: string): Promise<void> {
		const { page, desk } = world;
		const button = await page.waitForSelector(buttonNamed(name));
		await desk.click(page, await middleOf(button!));
	}

	it("can be moved and resized before it is read", async () => {
		const { page, desk } = world;
		const { x, y, width, height } = await target();
		// Too small at first, and in the wrong corner.
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf({ x, y, width: 60, height: 60 }, 4));
		await readPanel(page);
		await press("Change the region");
		const small = await regionBox(page);
		await desk.drag(page, [
			{ x: small.x + 20, y: small.y + 20 },
			{ x: small.x + 18, y: small.y + 18 },
			{ x: small.x + 20 + 2, y: small.y + 20 + 2 },
		]);
		const moved = await until(async () => {
			const box = await regionBox(page);
			return Math.abs(box.x - small.x - 2) < 1.5 && box;
		}, "the rectangle does not move");
		expect(moved.width).toBeCloseTo(small.width, 0);
		await desk.drag(page, [
			{ x: moved.x + moved.width, y: moved.y + moved.height },
			{ x: x + width / 2, y: y + height / 2 },
			{ x: x + width - 4, y: y + height - 4 },
		]);
		await until(
			async () => Math.abs((await regionBox(page)).width - (x + width - 4 - moved.x)) < 3,
			"the rectangle does not grow",
		);
		await press("Read");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
	});

	it("is made by touch", async () => {
		const { page, desk } = world;
		const [from, middle, to] = insideOf(await target(), 4);
		desk.press("alt+shift+l");
		await regionAsked(page);
		const touch = await page.touchscreen.touchStart(from!.x, from!.y);
		await touch.move(middle!.x, middle!.y);
		await touch.move(to!.x, to!.y);
		await touch.end();
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
	});

	it("is made again by command, where the page has changed", async () => {
		const { page, desk } = world;
		expect(await select(4)).toBe(SAMPLE.text);
		desk.press("Escape");
		await overlayGone(page);
		await page.evaluate(() => change());
		desk.press("alt+shift+g");
		expect((await readPanel(page)).text).toBe(OTHER.text);
	});

	// Nobody gets into the background of Firefox to see what it saw.
	it.skipIf(name === "Firefox")(
		"is off the page before the picture of it is taken, to the last pixel",
		async () => {
			const { page, desk, browser } = world;
			const worker = await workerOf(browser);
			await worker.evaluate(() => {
				const capture = chrome.tabs.captureVisibleTab;
				Object.assign(globalThis, { shots: [] });
				chrome.tabs.captureVisibleTab = async (...how) => {
					const shot = await capture(...how);
					shots.push(shot);
					return shot;
				};
			});
			for (let round = 0; round < 3; round++) {
				expect(await select(4)).toBe(SAMPLE.text);
				desk.press("Escape");
				await overlayGone(page);
			}
			const bare = await pixelsOf(await page.screenshot());
			const taken = await worker.evaluate(() => shots);
			expect(taken).toHaveLength(3);
			for (const address of taken)
				expect(bare.equals(await pixelsOf(Buffer.from(address.split(",")[1]!, "base64")))).toBe(true);
		},
	);
});

function pixelsOf(file: Uint8Array): Promise<Buffer> {
	return sharp(file).removeAlpha().raw().toBuffer();
}
