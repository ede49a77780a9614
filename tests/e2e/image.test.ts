import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { middleOf, onDesk } from "./harness/desk.ts";
import { paste } from "./harness/paste.ts";
import { takePicture } from "./harness/picture.ts";
import { leave, startWorld, type World } from "./harness/world.ts";

const textOf = (name: string) => SAMPLES.find((sample) => sample.name === name)!.text;

onDesk("a right-click on an image", () => {
	let world: World;

	beforeAll(async () => {
		world = await startWorld();
	});
	afterAll(() => world?.finish());

	beforeEach(() => world.page.bringToFront());
	afterEach(() => leave(world));

	/** Right-clicks the picture of a sample and chooses "Read digits here" in the menu. */
	async function readImage(name: string) {
		const { page, desk } = world;
		const spot = await middleOf((await page.$(`#${name} img`))!);
		await desk.choose(page, spot, "r");
		return { spot, ...(await readPanel(page)) };
	}

	it.each([
		["another site, without CORS", "other-site"],
		["the same site, as SVG", "plain"],
		["a data: address", "data"],
		["light writing on a dark ground", "chalk"],
		["coloured ink", "blue"],
		["several lines", "lines"],
	])("reads %s", async (_, name) => {
		const { text } = await readImage(name);
		expect(text).toBe(textOf(name));
	});

	it("frames every digit where it stands", async () => {
		const { boxes } = await readImage("plain");
		await takePicture(world.page, "page");
		const image = await (await world.page.$("#plain img"))!.boundingBox();
		expect(boxes).toHaveLength(textOf("plain").length);
		for (const [i, box] of boxes.entries()) {
			expect(box.x).toBeGreaterThan(image!.x);
			expect(box.x + box.width).toBeLessThan(image!.x + image!.width);
			expect(box.y).toBeGreaterThan(image!.y);
			expect(box.y + box.height).toBeLessThan(image!.y + image!.height);
			expect(box.x).toBeGreaterThan(boxes[i - 1]?.x ?? 0);
		}
	});

	it("copies the number", async () => {
		const { page, desk } = world;
		const { text } = await readImage("other-site");
		const copy = await page.waitForSelector('::-p-aria([role="button"][name="Copy"])');
		await desk.click(page, await middleOf(copy!));
		await page.waitForSelector('::-p-aria([role="button"][name="Copied"])');
		expect(await paste(world)).toBe(text);
	});

	it("leaves no trace after Esc", async () => {
		const { page, desk } = world;
		const before = await page.evaluate(() => document.documentElement.outerHTML);
		await readImage("plain");
		expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toBe(before);
		desk.press("Escape");
		await overlayGone(page);
		expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
	});
});
