import type { IncomingHttpHeaders } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drawSample } from "../../tools/demo/draw.ts";
import { listen, type Site } from "../../tools/demo/server.ts";
import { findInFrames, waitInFrames } from "../../tools/surfaces/frames.ts";
import { buttonNamed, dialogOf, overlayGone, panelHasKeys, readPanel } from "../../tools/surfaces/panel.ts";
import { regionAsked } from "../../tools/surfaces/region.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS } from "./harness/browsers.ts";
import { boxOf, insideOf, middleOf, onDesk } from "./harness/desk.ts";
import { fieldPad, readsForField, writeForField } from "./harness/field-pad.ts";
import { paste } from "./harness/paste.ts";
import { PRYING_PAGE } from "./harness/prying.ts";
import { SAMPLE } from "./harness/scenes.ts";
import { type AnyWorld, leave, startWorldIn } from "./harness/world.ts";

declare const pry: () => string;
declare const grip: () => number;
declare const heard: string[];

/** Pages that stop every event before anybody else hears of it. */
const DEAF = `<!doctype html><title>A deaf page</title><img id="target" src="/p.png" width="300"><input id="thief"><script>
	for (const type of ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "pointermove", "keydown", "keyup",
		"keypress", "focus", "focusin", "toggle", "beforetoggle", "message", "copy", "wheel"])
		addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
</script>`;

/** A page that covers everything by a modal dialog as soon as the extension shows anything. */
const MODAL = `<!doctype html><title>A covering page</title><img id="target" src="/p.png" width="300">
<dialog id="cover">Covered</dialog><script>
	setInterval(() => { if (document.querySelector("[data-digit-lens]") && !cover.open) cover.showModal(); }, 50);
</script>`;

onDesk.each(BROWSERS)("a prying page in %s", (name) => {
	let world: AnyWorld;
	let server: Site;
	const requests: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];

	beforeAll(async () => {
		const png = (width: number) =>
			sharp(Buffer.from(drawSample(SAMPLE)))
				.resize(width)
				.png()
				.toBuffer();
		const pictures = new Map([
			["/p.png", await png(600)],
			["/large.png", await png(1400)],
		]);
		server = await listen((request, response) => {
			const url = request.url ?? "";
			const path = url.split("?")[0]!;
			requests.push({ url, headers: request.headers });
			const host = String(request.headers.host);
			if (path === "/half.png") {
				response.writeHead(200, { "content-type": "image/png" });
				response.write(pictures.get("/p.png")!.subarray(0, 6000));
				return;
			}
			const picture = pictures.get(path);
			if (picture) {
				if (url.includes("shared")) response.setHeader("access-control-allow-origin", "*");
				response.setHeader("content-type", "image/png");
				response.end(picture);
				return;
			}
			// The same server under another name is another site.
			const other = `http://localhost:${host.split(":")[1]}`;
			const pages: Readonly<Record<string, string>> = {
				"/": PRYING_PAGE,
				"/strict": PRYING_PAGE,
				"/forbidden": PRYING_PAGE,
				"/deaf": DEAF,
				"/modal": MODAL,
				"/other": `<!doctype html><title>Another page</title>${drawSample({ ...SAMPLE, text: "407" })}`,
				"/shared": `<!doctype html><title>A page</title><img id="target" src="${other}/large.png?shared" width="300">`,
				"/unshared": `<!doctype html><title>A page</title><img id="target" src="${other}/large.png?unshared" width="300">`,
				"/broken": `<!doctype html><title>A page</title><img id="target" src="/none.png" alt="Total 4711" width="300" height="100">`,
				"/half": `<!doctype html><title>A page</title><img id="target" width="300" height="170"><script>addEventListener("load", () => { target.src = "/half.png"; });</script>`,
			};
			if (path === "/strict")
				response.setHeader(
					"content-security-policy",
					"default-src 'none'; img-src 'self'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'",
				);
			if (path === "/forbidden") response.setHeader("permissions-policy", "clipboard-write=()");
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.writeHead(path in pages ? 200 : 404);
			response.end(pages[path]);
		});
		world = await startWorldIn(name);
	});
	afterAll(async () => {
		await world?.stop();
		await server?.stop();
	});

	async function open(path: string): Promise<void> {
		const { page, desk } = world;
		await page.bringToFront();
		await page.goto(server.origin + path);
		await desk.focus(page);
	}
	/** What the panel shows when the picture of the page is read from its menu. */
	async function readTarget() {
		const { page, desk } = world;
		await desk.choose(page, await middleOf((await page.$("#target"))!), "r");
		return readPanel(page);
	}
	/** Everything that the page can find out now, once the pointer was everywhere. */
	async function foundOut(): Promise<string> {
		const { page, desk } = world;
		const dialog = await dialogOf(page, (element) => element.getBoundingClientRect().toJSON() as DOMRect);
		for (const share of [0.1, 0.4, 0.7])
			await desk.move(page, { x: dialog.x + dialog.width * share, y: dialog.y + dialog.height * share });
		await desk.move(page, { x: 120, y: 80 });
		return page.evaluate(() => pry());
	}
	const button = (label: string) => waitInFrames(world.page, buttonNamed(label));
	const shownButton = (label: string) => findInFrames(world.page, buttonNamed(label));

	it.each(["/", "/strict"])("finds out neither the number nor who reads it: %s", async (path) => {
		await open(path);
		expect((await readTarget()).text).toBe(SAMPLE.text);
		await panelHasKeys(world.page);
		world.desk.press("Tab", "Tab", "Tab");
		const words = await foundOut();
		expect(words).not.toContain(SAMPLE.text);
		expect(words).not.toContain("found:");
		expect(words).not.toContain("-extension:");
		expect(words).not.toContain("Copy");
		await leave(world);
	});

	it("hears nothing of keys, clicks and copies, and what is copied is the number", async () => {
		const { page, desk } = world;
		await open("/");
		await readTarget();
		await page.evaluate(() => void heard.splice(0));
		await panelHasKeys(page);
		desk.press("Tab", "Tab", "Up", "Down", "8", "ctrl+a", "ctrl+c", "x", "ctrl+z", "ctrl+z");
		await desk.click(page, await middleOf(await button("Copy")));
		await button("Copied");
		expect(await page.evaluate(() => heard)).toEqual([]);
		expect(await page.evaluate(() => pry())).not.toContain(SAMPLE.text);
		expect(await paste(world)).toBe(SAMPLE.text);
		await leave(world);
		expect(await page.evaluate(() => heard)).toEqual([]);
	});

	it("cannot get in by the frame that it may reach, nor make it invisible", async () => {
		const { page } = world;
		await open("/");
		await readTarget();
		await foundOut();
		const reached = await page.evaluate(() => grip());
		// Firefox shows the page the frame; Chromium not even that.
		expect(reached > 0).toBe(name === "Firefox");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		const words = await foundOut();
		expect(words).not.toContain(SAMPLE.text);
		expect(words).not.toContain("javascript:");
		expect(words).not.toContain("opacity: 0");
		await leave(world);
	});

	it("finds out nothing of what is drawn for its field but what is inserted", async () => {
		const { page, desk } = world;
		await open("/");
		await desk.choose(page, await middleOf((await page.$("#field"))!), "d");
		const pad = await fieldPad(page);
		await page.evaluate(() => void heard.splice(0));
		await writeForField(page, desk, "47");
		await readsForField(pad, "47");
		expect(await page.evaluate(() => heard)).toEqual([]);
		const words = await page.evaluate(() => pry());
		expect(words).not.toMatch(/\b47\b/);
		expect(words).not.toContain("a canvas");
		desk.press("Return");
		await overlayGone(page);
		expect(await page.$eval("#field", (field) => (field as HTMLInputElement).value)).toBe("47");
	});

	it.each([
		["the button", async () => world.desk.click(world.page, await middleOf(await button("Close")))],
		["Escape", async () => world.desk.press("Escape")],
	])("is left by %s, though it stops every event", async (_, leave) => {
		await open("/deaf");
		expect((await readTarget()).text).toBe(SAMPLE.text);
		await leave();
		await overlayGone(world.page);
	});

	it.each([
		["the button", async () => world.desk.click(world.page, await middleOf(await button("Close")))],
		["Escape", async () => world.desk.press("Escape")],
	])("is left by %s, though it opens a modal dialog over all", async (_, leave) => {
		await open("/modal");
		expect((await readTarget()).text).toBe(SAMPLE.text);
		await world.page.waitForSelector("#cover[open]");
		await leave();
		await overlayGone(world.page);
	});

	it("is left by the toolbar button at last, where it takes the focus and stops Escape", async () => {
		const { page, desk } = world;
		await open("/deaf");
		expect((await readTarget()).text).toBe(SAMPLE.text);
		await page.focus("#thief");
		desk.press("Escape");
		expect((await readPanel(page)).text).toBe(SAMPLE.text);
		await world.openPopup();
		await overlayGone(page);
		desk.press("Escape");
	});

	it("learns nothing when every answer is copied, and the person is told where that needs a click", async () => {
		await world.change({ panel: { autoCopy: true } });
		await open("/forbidden");
		await readTarget();
		await until(
			async () => (await shownButton("Copied")) ?? shownButton("Not copied. Click to copy"),
			"nothing is said of copying",
		);
		const refused = await shownButton("Not copied. Click to copy");
		if (refused) await world.desk.click(world.page, await middleOf(refused));
		await button("Copied");
		expect(await foundOut()).not.toContain(SAMPLE.text);
		expect(await paste(world)).toBe(SAMPLE.text);
		await leave(world);
		await world.change({});
	});

	it("lets the number be copied where it forbids that, and nothing comes into its document", async () => {
		await open("/forbidden");
		await readTarget();
		await world.desk.click(world.page, await middleOf(await button("Copy")));
		await button("Copied");
		expect(await foundOut()).not.toContain(SAMPLE.text);
		expect(await paste(world)).toBe(SAMPLE.text);
		await leave(world);
	});

	it("is read itself, and never the page of another tab that came to the front", async () => {
		const { page, desk, browser } = world;
		await open("/");
		desk.press("alt+shift+l");
		await regionAsked(page);
		await desk.drag(page, insideOf(await boxOf((await page.$("#target"))!), 2));
		await readPanel(page);
		await leave(world);
		const other = await browser.newPage();
		await other.goto(`${server.origin}/other`);
		await page.bringToFront();
		await desk.focus(page);
		// The second picture of the screen has to wait for half a second after the first.
		desk.press("alt+shift+g");
		await readPanel(page);
		desk.press("alt+shift+g");
		await other.bringToFront();
		await new Promise((done) => setTimeout(done, 1000));
		await page.bringToFront();
		const { text, words } = await readPanel(page);
		expect(text === SAMPLE.text || words.includes("The page is not in view.")).toBe(true);
		await other.close();
		await leave(world);
	});

	it.each([
		["/shared", 1],
		["/unshared", 1],
	])(
		"asks itself for another site's image once more, and nobody names the extension: %s",
		async (path, times) => {
			await open(path);
			requests.length = 0;
			expect((await readTarget()).text).toBe(SAMPLE.text);
			const again = requests.filter(({ url }) => url.startsWith("/large.png"));
			expect(again.length).toBe(times);
			for (const { headers } of again) {
				expect(headers.origin).toBe(server.origin);
				expect(headers.cookie).toBeUndefined();
				expect(JSON.stringify(headers)).not.toContain("-extension");
			}
			await leave(world);
		},
	);

	it.each([
		["/broken", "There is no picture here"],
		["/half", "This picture is still loading"],
	])("whose picture is not there is told so, and no number is made of it: %s", async (path, sentence) => {
		await open(path);
		const { text, words } = await readTarget();
		expect(text).toBe("");
		expect(words).toContain(sentence);
		await leave(world);
	});
});
