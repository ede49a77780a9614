import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { HOST, overlayGone, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked, regionBox } from "../../tools/surfaces/region.ts";
import { boxOf, insideOf, onDesk } from "./harness/desk.ts";
import { type AnyWorld, leave, startWorld, startWorldIn } from "./harness/world.ts";

const textOf = (name: string) => SAMPLES.find((sample) => sample.name === name)!.text;

/** Key presses that go `distance` CSS pixels: 40 a press with Shift, 4 without. */
function arrows(distance: number, back: string, forth: string): string[] {
	const key = distance < 0 ? back : forth;
	const steps = Math.round(Math.abs(distance) / 4);
	return [...Array(Math.floor(steps / 10)).fill(`shift+${key}`), ...Array(steps % 10).fill(key)];
}

/** Chromium on screens of three kinds, and Firefox, which has no switch for them. */
const SCREENS: readonly (readonly [screen: string, start: () => Promise<AnyWorld>])[] = [
	["Chromium, 1 device pixel a CSS pixel", () => startWorld({ scale: 1 })],
	["Chromium, 1.5 device pixels a CSS pixel", () => startWorld({ scale: 1.5 })],
	["Chromium, 2 device pixels a CSS pixel", () => startWorld({ scale: 2 })],
	["Firefox", () => startWorldIn("Firefox")],
];

onDesk.each(SCREENS)("a region in %s", (_, start) => {
	let world: AnyWorld;

	beforeAll(async () => {
		world = await start();
	});
	afterAll(() => world?.finish());

	beforeEach(() => world.page.bringToFront());
	afterEach(() => leave(world));

	/** The corners of a sample's picture, a little inside its border, scrolled into view. */
	async function cornersOf(name: string) {
		const element = await world.page.$(`#${name} > :first-child`);
		await element!.scrollIntoView();
		return insideOf(await boxOf(element!), 4);
	}

	it.each(["plain", "other-site", "canvas", "chalk", "lines", "ruled"])(
		"is read by shortcut and drag: %s",
		async (name) => {
			const { page, desk } = world;
			const corners = await cornersOf(name);
			desk.press("alt+shift+l");
			await regionAsked(page);
			await desk.drag(page, corners);
			expect((await readPanel(page)).text).toBe(textOf(name));
		},
	);

	it("is read from the page's menu", async () => {
		const { page, desk } = world;
		const corners = await cornersOf("blue");
		await desk.choose(page, { x: 4, y: 300 }, "s");
		await regionAsked(page);
		await desk.drag(page, corners);
		expect((await readPanel(page)).text).toBe(textOf("blue"));
	});

	it("is read by keyboard alone", async () => {
		const { page, desk } = world;
		const [from, , to] = await cornersOf("plain");
		desk.press("alt+shift+l");
		await regionAsked(page);
		desk.press("Up"); // Brings a rectangle to begin with.
		const region = await regionBox(page);
		desk.press(
			...arrows(from!.x - region.x, "Left", "Right"),
			...arrows(from!.y - region.y, "Up", "Down"),
			...arrows(to!.x - from!.x - region.width, "alt+Left", "alt+Right"),
			...arrows(to!.y - from!.y - region.height, "alt+Up", "alt+Down"),
			"Return",
		);
		expect((await readPanel(page)).text).toBe(textOf("plain"));
	});

	it("is told how many digits to expect beside it, and says where there are not as many", async () => {
		const { page, desk } = world;
		const corners = await cornersOf("plain");
		const digits = textOf("plain").length;
		for (const [keys, sentence] of [
			[["Tab", "9"], `${digits} digits, 9 expected.`],
			[["Tab", "BackSpace", String(digits)], ""],
		] as const) {
			desk.press("alt+shift+l");
			await regionAsked(page);
			desk.press(...keys);
			await desk.drag(page, corners);
			const { text, words } = await readPanel(page);
			expect(text).toBe(textOf("plain"));
			expect(words.includes("expected")).toBe(sentence !== "");
			expect(words).toContain(sentence);
			await leave(world);
		}
	});

	it("can be selected all over the window when that shows more of the page meanwhile", async () => {
		const { page, desk } = world;
		desk.press("alt+shift+l");
		await regionAsked(page);
		const width = await page.evaluate(() => innerWidth);
		desk.press("ctrl+minus");
		await page.waitForFunction((before) => innerWidth > before, {}, width);
		await page.waitForFunction(
			(host) => document.elementFromPoint(innerWidth - 30, innerHeight - 10)?.matches(host),
			{},
			HOST,
		);
		desk.press("ctrl+0");
		await page.waitForFunction((before) => innerWidth === before, {}, width);
	});

	it("is left with Esc, without a trace", async () => {
		const { page, desk } = world;
		const before = await page.evaluate(() => document.documentElement.outerHTML);
		desk.press("alt+shift+l");
		await regionAsked(page);
		desk.press("Escape");
		await overlayGone(page);
		expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
	});
});
