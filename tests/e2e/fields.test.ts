import { expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { buttonNamed, overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk } from "./harness/desk.ts";
import { fieldPad, readsForField, writeForField } from "./harness/field-pad.ts";
import { takePicture } from "./harness/picture.ts";
import { serveIn } from "./harness/served-page.ts";
import { type AnyWorld, startWorldIn } from "./harness/world.ts";

const SAMPLE = SAMPLES.find(({ name }) => name === "plain")!;

/** A page with fields and a picture. The controlled field keeps its value in a variable and gets it from there only. */
const PAGE = `<!doctype html><title>Fields</title>
<input id="input"><input id="number" type="number"><textarea id="textarea"></textarea>
<div id="rich" contenteditable style="border: 1px solid; width: 200px; height: 40px"></div>
<input id="controlled"><input id="short" maxlength="3"><input id="long" maxlength="10">
<input id="box1" maxlength="1"><input id="box2" maxlength="1"><input id="box3" maxlength="1"><input id="box4" maxlength="1">
<iframe id="frame" srcdoc="&lt;input id=inner&gt;" width="240" height="50"></iframe>
<img id="image" width="300" src="data:image/svg+xml;base64,${Buffer.from(drawSample(SAMPLE)).toString("base64")}">
<div id="picture" style="width: 300px">${drawSample(SAMPLE)}</div>
<script>
	let value = "";
	box1.addEventListener("input", () => box2.focus());
	controlled.addEventListener("input", (event) => {
		if (event.isTrusted) value = controlled.value;
		controlled.value = value;
	});
</script>`;

onDesk.each(BROWSERS)("a field of a page in %s", (name) => {
	let world: AnyWorld;
	serveIn(
		() => startWorldIn(name),
		PAGE,
		(started) => {
			world = started;
		},
	);

	const contentOf = (id: string) =>
		world.page.$eval(`#${id}`, (field) => (field as HTMLInputElement).value ?? field.textContent);

	/** Clicks into a field and waits until it has the caret: keys of the browser do not wait for that. */
	async function putCaret(id: string): Promise<void> {
		const { page, desk } = world;
		await desk.click(page, await middleOf((await page.$(`#${id}`))!));
		await page.waitForFunction((wanted) => document.activeElement?.id === wanted, {}, id);
	}

	it.each(["input", "number", "textarea", "rich", "controlled"])(
		"takes the number that was read: %s",
		async (id) => {
			const { page, desk } = world;
			await putCaret(id);
			const picture = await boxOf((await page.$("#picture"))!);
			desk.press("alt+shift+l");
			await regionAsked(page);
			await desk.drag(page, insideOf(picture, 2));
			expect((await readPanel(page)).text).toBe(SAMPLE.text);
			const insert = await page.waitForSelector(buttonNamed("Insert"));
			await desk.click(page, await middleOf(insert!));
			await overlayGone(page);
			expect(await contentOf(id)).toBe(SAMPLE.text);
			expect(await page.evaluate(() => document.activeElement!.id)).toBe(id);
		},
	);

	it("takes it too within a frame of the page", async () => {
		const { page, desk } = world;
		const frame = (await (await page.$("#frame"))!.contentFrame())!;
		const place = await boxOf((await page.$("#frame"))!);
		const inner = (await frame.waitForSelector("#inner"))!;
		const { x, y } = await middleOf(inner);
		await desk.click(page, { x: place.x + x, y: place.y + y });
		await frame.waitForFunction(() => document.activeElement?.id === "inner");
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf((await page.$("#picture"))!), 2));
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		await insert();
		expect(await inner.evaluate((field) => (field as HTMLInputElement).value)).toBe(SAMPLE.text);
	});

	async function readImage(): Promise<void> {
		const { page, desk } = world;
		await desk.choose(page, await middleOf((await page.$("#image"))!), "r");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
	}
	async function insert(): Promise<void> {
		const { page, desk } = world;
		const button = await page.waitForSelector('::-p-aria([role="button"][name="Insert"])');
		await desk.click(page, await middleOf(button!));
		await overlayGone(page);
	}

	// Firefox tells of no input that it had the caret, once a click has taken the focus.
	it.each(name === "Chromium" ? ["input", "number", "textarea", "rich"] : ["rich"])(
		"takes the number of an image that was clicked with the right button: %s",
		async (id) => {
			await putCaret(id);
			await readImage();
			await insert();
			expect(await contentOf(id)).toBe(SAMPLE.text);
		},
	);

	it("takes it too where it had the cursor when something was read before", async () => {
		const { page, desk } = world;
		await putCaret("controlled");
		desk.press("alt+shift+l");
		await regionAsked(page);
		desk.press("Escape");
		await overlayGone(page);
		await putCaret("input");
		await readImage();
		await insert();
		const contents = await Promise.all(["input", "controlled"].map(contentOf));
		expect(contents).toEqual([SAMPLE.text, ""]);
	});

	it("takes a digit each, where it is one of a row of them", async () => {
		const { page, desk } = world;
		await putCaret("box1");
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf((await page.$("#picture"))!), 2));
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		await insert();
		const boxes = await Promise.all(["box1", "box2", "box3", "box4"].map(contentOf));
		expect(boxes.join("")).toBe(SAMPLE.text);
	});

	it.each([
		["gone", "remove()"],
		["switched off", "disabled = true"],
		["made read-only", "readOnly = true"],
		["hidden", "hidden = true"],
	])("that was %s meanwhile loses nothing: the panel says so and stays", async (_, change) => {
		const { page, desk } = world;
		await putCaret("input");
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf((await page.$("#picture"))!), 2));
		await readPanel(page);
		await page.evaluate(`document.getElementById("input").${change}`);
		const button = await page.waitForSelector(buttonNamed("Insert"));
		await desk.click(page, await middleOf(button!));
		await page.waitForSelector("text/The field is gone, or takes nothing any more.");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		await takePicture(page, `field-gone-${name}`);
	});

	it("says before what of a number it takes", async () => {
		const { page, desk } = world;
		await putCaret("short");
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf((await page.$("#picture"))!), 2));
		const goes = SAMPLE.text.slice(0, 3);
		expect((await readPanel(page)).words).toContain(`The field takes only this of it: ${goes}`);
		await takePicture(page, `field-cut-${name}`);
		await insert();
		expect(await contentOf("short")).toBe(goes);
	});

	/** Draws on the pad beside a field, and waits until it reads that. */
	async function draw(text: string): Promise<void> {
		const { page, desk } = world;
		const pad = await fieldPad(page);
		await writeForField(page, desk, text);
		await readsForField(pad, text);
	}

	it("that takes many digits has a wider pad, all of which is seen", async () => {
		const { page, desk } = world;
		await desk.choose(page, await middleOf((await page.$("#long"))!), "d");
		const pad = await page.waitForSelector('[role="dialog"][aria-label="Draw digits"]');
		const { across, sheet } = await pad!.evaluate((dialog) => ({
			across: dialog.scrollWidth - dialog.clientWidth,
			sheet: dialog.querySelector("canvas")!.clientWidth,
		}));
		expect(across).toBe(0);
		expect(sheet).toBeGreaterThan(440);
	});

	it("takes the number that was drawn for it", async () => {
		const { page, desk } = world;
		await desk.choose(page, await middleOf((await page.$("#textarea"))!), "d");
		await draw("47");
		desk.press("Return");
		await overlayGone(page);
		expect(await contentOf("textarea")).toBe("47");
	});

	it("is framed and named while a number is drawn for it, and takes what it says that it takes", async () => {
		const { page, desk } = world;
		await desk.choose(page, await middleOf((await page.$("#short"))!), "d");
		await page.waitForSelector("text/takes 3 characters");
		const field = await boxOf((await page.$("#short"))!);
		const edge = await boxOf(await page.waitForSelector(".field-edge").then((found) => found!));
		expect(Math.abs(edge.x - field.x)).toBeLessThan(6);
		expect(edge.width).toBeGreaterThan(field.width);
		await draw("4713");
		await page.waitForSelector("text/The field takes only this of it: 471");
		await takePicture(page, `field-pad-${name}`);
		desk.press("Return");
		await overlayGone(page);
		expect(await contentOf("short")).toBe("471");
	});
});
