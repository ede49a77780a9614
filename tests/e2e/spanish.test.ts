import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDigits } from "../../tools/demo/hand.ts";
import { englishMessagesBeside } from "../../tools/english.ts";
import { writeWithMouse } from "../../tools/surfaces/mouse.ts";
import { onPad, reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { middleOf, onDesk } from "./harness/desk.ts";
import { takePicture } from "./harness/picture.ts";
import { spanishBuild } from "./harness/spanish.ts";
import { leave, startWorld, type World } from "./harness/world.ts";

/** The largest popup that every browser shows without bars. */
const LARGEST = { width: 380, height: 600 };

/** English that would be noticed: what is not a name, a key, or the same word in Spanish. */
const ENGLISH = new Set(
	(await englishMessagesBeside("es")).filter((text) => /\p{L}{3}/u.test(text) && !/[{$]/.test(text)),
);

onDesk("in Spanish", () => {
	let world: World;
	let build: Awaited<ReturnType<typeof spanishBuild>>;

	beforeAll(async () => {
		build = await spanishBuild();
		world = await startWorld({ extension: build.folder });
	});
	afterAll(async () => {
		await world?.finish();
		await build?.remove();
	});

	async function open(path: string): Promise<Page> {
		const page = await world.browser.newPage();
		await page.setViewport(LARGEST);
		await page.goto(`chrome-extension://${world.extension.id}/${path}`);
		await page.waitForSelector("main");
		expect(await page.$eval("html", ({ lang, dir }) => [lang, dir])).toEqual(["es", "ltr"]);
		return page;
	}

	/** What is said in English, or does not fit where it stands. */
	async function faults(page: Page): Promise<string[]> {
		const found = await page.$$eval('body *:not([translate="no"])', (all) =>
			all.flatMap((element) => {
				const texts = [...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : []));
				const named = ["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name));
				const said = [...texts, ...named].flatMap((text) => (text?.trim() ? [text.trim()] : []));
				const scrolls = getComputedStyle(element).overflowX !== "visible";
				const cut =
					texts.some((text) => text.trim()) &&
					!element.closest(".spoken") &&
					!scrolls &&
					element.clientWidth > 0 &&
					element.scrollWidth > element.clientWidth + 1;
				return [...said, ...(cut ? [`too wide: ${element.textContent}`] : [])];
			}),
		);
		return found.filter((text) => ENGLISH.has(text) || text.startsWith("too wide"));
	}

	it("the popup, whatever it shows, without bars", async () => {
		const popup = await open("popup.html");
		const fits = async (name: string) => {
			const size = await popup.evaluate(() => ({
				width: document.documentElement.scrollWidth,
				height: document.documentElement.scrollHeight,
			}));
			await takePicture(popup, `spanish-${name}`);
			expect(size, name).toEqual(LARGEST);
			expect(await faults(popup), name).toEqual([]);
		};
		await popup.waitForSelector("text/Escribe un número");
		await fits("blank");
		await writeWithMouse(popup, await onPad(popup, writeDigits("253", { height: 80, seed: 3, gap: 0.2 })));
		await reads(popup, "253");
		await fits("popup");
		for (const tab of ["models", "past"]) {
			await popup.click(`#tab-${tab}`);
			await fits(tab);
		}
		for (const [name, label] of [
			["pixels", "Dibujar los 28 × 28 píxeles"],
			["picture", "Leer una imagen"],
		] as const) {
			await popup.click(`[aria-label="${label}"]`);
			await fits(name);
		}
		await popup.close();
	});

	it("past readings", async () => {
		const page = await open("readings.html");
		expect(await page.title()).toBe("Lecturas anteriores – Digit Lens");
		expect(await faults(page)).toEqual([]);
		await takePicture(page, "spanish-readings");
		await page.close();
	});

	it.each([
		["options.html", "Opciones de Digit Lens"],
		["welcome.html", "Te damos la bienvenida a Digit Lens"],
		["lab.html#/model", "El modelo – Laboratorio de Digit Lens"],
		["lab.html#/inside", "Por dentro – Laboratorio de Digit Lens"],
		["lab.html#/evaluate", "Evaluar – Laboratorio de Digit Lens"],
		["lab.html#/speed", "Velocidad – Laboratorio de Digit Lens"],
	])("%s", async (path, title) => {
		const page = await open(path);
		await page.waitForSelector("section, .step");
		expect(await page.title()).toBe(title);
		expect((await faults(page)).filter((fault) => !fault.startsWith("too wide"))).toEqual([]);
		await page.close();
	});

	it("the menu, the panel and the selection of a region", async () => {
		const { page, desk } = world;
		await page.bringToFront();
		await desk.choose(page, await middleOf((await page.$("img"))!), "l");
		const dialog = (await page.waitForSelector('::-p-aria([role="dialog"][name="Lectura de Digit Lens"])'))!;
		await until(() => dialog.$(".digit"), "the panel shows no number");
		expect(await dialog.evaluate(({ textContent }) => textContent)).toContain("Copiar");
		await takePicture(page, "spanish-panel");
		await leave(world);
		desk.press("alt+shift+l");
		await page.waitForSelector('::-p-aria([name="Seleccionar una zona"])');
		await takePicture(page, "spanish-region");
		await leave(world);
	});
});
