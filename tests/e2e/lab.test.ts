import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digitLens } from "../../lib/models/architectures/digit-lens.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import type { Launched } from "../../tools/browsers/launched.ts";
import { loadValidation } from "../../tools/data/validation.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { labSays, openLab, writeInLab } from "../../tools/surfaces/lab.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { chooseFiles } from "./harness/choose-files.ts";
import { listenForErrors } from "./harness/errors.ts";

declare const chrome: { storage: { session: { set(items: object): Promise<void> } } };

describe.each(BROWSERS)("the lab in %s", (name) => {
	let launched: Launched;
	let errors: readonly string[];
	let page: Page;

	beforeAll(async () => {
		launched = await launch(name, { window: [1280, 1000] });
		errors = listenForErrors(launched.browser);
	});
	afterAll(() => close(launched));

	describe("inside a model", () => {
		beforeEach(async () => {
			page = await openLab(launched, "inside");
			return async () => {
				await page.close();
				expect(errors).toEqual([]);
			};
		});

		const mapsOfLayer = (index: number) =>
			page.$$eval(".maps canvas", (all, i) => (all[i] as HTMLCanvasElement).toDataURL(), index);

		it("follows the pen: the answer and every layer's maps", async () => {
			await page.waitForSelector(".maps canvas");
			await page.locator("text/Keep in view").click();
			await page.$eval(".flow", (flow) => flow.scrollIntoView());
			const changedFrom = (old: string) =>
				page.waitForFunction(
					(seen) => document.querySelector<HTMLCanvasElement>(".maps canvas")!.toDataURL() !== seen,
					{},
					old,
				);
			const blank = await page.$eval(".maps canvas", ({ width, height }: HTMLCanvasElement) => {
				const canvas = document.createElement("canvas");
				Object.assign(canvas, { width, height });
				return canvas.toDataURL();
			});
			await changedFrom(blank);
			const before = await mapsOfLayer(0);
			await writeInLab(page, writeDigits("5", { height: 180, seed: 3 }));
			await labSays(page, "5");
			await changedFrom(before);
			const layers = await page.$$eval(".flow-layer", (all) => all.length);
			expect(layers).toBe(digitLens.layers.length);
		});

		it("shows where the pen went and what is read from it, for as long as the digit is the pen's", async () => {
			await writeInLab(page, writeDigits("5", { height: 180, seed: 3 }));
			await page.waitForFunction(
				() =>
					document.querySelector(".pen-answer")?.textContent?.startsWith("From this it reads 5, ") === true,
			);
			const names = await page.$$eval(".pen-maps canvas", (all) => all.map((map) => map.ariaLabel));
			expect(names).toHaveLength(8);
			expect(names[2]).toBe("What the pen drew downwards");
			await page.click('[aria-label="An example of 7"]');
			await page.waitForSelector(".pen-maps", { hidden: true });
		});

		it("lets pixels be changed, and shows them as numbers", async () => {
			await page.click('[aria-label="Clear the pixels"]');
			await labSays(page, "–");
			await page.focus(".pixel-grid");
			await page.keyboard.press("ArrowDown");
			await page.keyboard.press(" ");
			await page.click("text/Numbers");
			const inked = await page.$$eval(".matrix td[data-zero=false]", (cells) =>
				cells.map((cell) => cell.textContent),
			);
			expect(inked).toEqual(["255"]);
			await page.click('[aria-label="Undo the change"]');
			await page.waitForSelector(".matrix td[data-zero=false]", { hidden: true });
		});

		it("enlarges the map that is clicked, and goes through the others by keyboard", async () => {
			const maps = await page.waitForSelector(".maps");
			await maps!.click({ offset: { x: 5, y: 5 } });
			const title = () => page.$eval("dialog[open] h2", (heading) => heading.textContent);
			await page.waitForSelector("dialog[open]");
			expect(await title()).toBe("Map 1 of 16");
			await page.focus("dialog input[type=range]");
			await page.keyboard.press("ArrowRight");
			await page.waitForFunction(
				() => document.querySelector("dialog[open] h2")?.textContent === "Map 2 of 16",
			);
			await page.waitForSelector('dialog [aria-label^="Filter 2 of conv2d"]');
			await page.keyboard.press("Escape");
			await page.waitForSelector("dialog[open]", { hidden: true });
		});

		it("offers a tour once, which goes through six parts in three views", async () => {
			const offer = await page.waitForSelector(".tour-offer");
			await (await offer!.$("button"))!.click();
			const titles: (string | null)[] = [];
			for (let step = 0; step < 6; step++) {
				await page.waitForSelector('.part[data-toured="true"]');
				titles.push(await page.$eval(".tour-card h2", ({ textContent }) => textContent));
				await page.click(".tour-next");
			}
			expect(new Set(titles).size).toBe(6);
			await page.waitForSelector(".tour-card", { hidden: true });
			const again = await openLab(launched, "inside");
			expect(await again.$(".tour-offer")).toBeNull();
			await again.close();
		});

		it("adds up what stands behind a pixel of a map, and behind an answer", async () => {
			await page.waitForSelector(".maps canvas");
			await page.click(".maps");
			await page.waitForSelector(".sum-patch");
			await page.hover(".map-picker");
			const [patch, filter] = await page.$$eval(".sum-patch", (tables) =>
				tables.map((table) => [...table.querySelectorAll("td")].map((cell) => Number(cell.textContent))),
			);
			const sum = await page.$eval(".sum-part", ({ textContent }) => Number(textContent));
			expect(patch).toHaveLength(9);
			expect(patch.reduce((total, value, i) => total + value * filter[i], 0)).toBeCloseTo(sum, 1);
			await page.keyboard.press("Escape");
			const maps = await page.$$(".maps");
			await maps[maps.length - 1].click();
			await page.waitForSelector(".softmax tfoot");
			const powers = await page.$$eval(".softmax td:nth-of-type(1)", (cells) =>
				cells.map(({ textContent }) => Number(textContent)),
			);
			expect(powers.slice(0, -1).reduce((total, power) => total + power, 0)).toBeCloseTo(powers.at(-1)!, 1);
		});

		it("explains the answer and the runner-up", async () => {
			await page.click('[aria-label="An example of 7"]');
			await labSays(page, "7");
			await page.waitForFunction(() => document.querySelector(".reason figcaption b")?.textContent === "7");
			const digits = await page.$$eval(".reason figcaption b", (all) => all.map((b) => b.textContent));
			expect(digits).toHaveLength(2);
			expect(digits[1]).not.toBe("7");
		});

		it("finds the digits that the model finds alike, first of all the digit itself", async () => {
			await page.click('[aria-label="An example of 4"]');
			await labSays(page, "4");
			await page.click("text/Look for likenesses");
			await page.waitForFunction(() =>
				document.querySelector(".reminders li")?.textContent?.startsWith("4 1.00"),
			);
			expect(await page.$$(".reminders li")).toHaveLength(10);
		});

		it("takes the digit of a page that was left for it", async () => {
			const { pixels, labels } = await loadValidation();
			const at = labels.indexOf(9) + 5;
			const glyph = [...pixels.subarray(at * 784, (at + 1) * 784)].map((ink) => ink / 255);
			await page.evaluate((left) => chrome.storage.session.set({ "lab-glyph": left }), glyph);
			const other = await openLab(launched, "inside");
			await labSays(other, "9");
			await other.waitForSelector('[title="The digit of the page"]');
			await other.close();
		});
	});

	it("explains every word of the field where it stands, in recipes and tables too", async () => {
		page = await openLab(launched, "model");
		await page.waitForSelector(".layers .term-word");
		const explained = (word: string) =>
			page.$$eval(
				".term",
				(terms, wanted) => {
					const term = terms.find((one) => one.querySelector(".term-word")!.textContent === wanted);
					const explanation = term?.querySelector<HTMLElement>('[role="tooltip"]');
					return explanation?.matches(":popover-open") ? explanation.textContent : null;
				},
				word,
			);
		const words = await page.$$eval(".facts .term-word", (all) => all.map((word) => word.textContent));
		for (const word of ["Adam", "label smoothing 0.02", "Omniglot", "epoch"]) expect(words).toContain(word);

		await page.hover("::-p-text(label smoothing 0.02)");
		await until(() => explained("label smoothing 0.02"), "pointing at a word does not explain it");
		await page.mouse.move(1, 1);
		await until(async () => (await explained("label smoothing 0.02")) === null, "the explanation stays");
		await page.focus(".layers tbody .term-word");
		expect(await explained("Convolution")).toContain("In Keras it is called Conv2D.");
		await page.keyboard.press("Escape");
		expect(await explained("Convolution")).toBeNull();
		await page.keyboard.press("Enter");
		expect(await explained("Convolution")).not.toBeNull();
		await page.close();
	});

	it("measures every model where it works", async () => {
		page = await openLab(launched, "speed");
		await page.click("text/Measure all models");
		// What is asked of a page is answered within three minutes or never: each model is waited for by itself.
		for (let measured = 1; measured <= MODELS.length; measured++)
			await page.waitForFunction(
				(count) => document.querySelectorAll(".speed-bar").length >= count,
				{ timeout: 150_000 },
				measured,
			);
		await page.waitForFunction(
			() => document.querySelector(".work [role=status]")?.textContent === "Measured.",
		);
		const times = await page.$$eval("tbody tr", (all) =>
			all.map((row) => [...row.querySelectorAll("td")].slice(0, 3).map((cell) => Number(cell.textContent))),
		);
		expect(times).toHaveLength(MODELS.length);
		for (const [, inBatch, alone] of times) {
			expect(inBatch).toBeGreaterThan(0);
			expect(alone).toBeGreaterThan(0);
		}
		await page.close();
		expect(errors).toEqual([]);
	}, 250_000);

	describe("an evaluation here", () => {
		let folder: string;

		beforeAll(async () => {
			folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		});
		afterAll(() => rm(folder, { recursive: true, force: true }));
		beforeEach(async () => {
			page = await openLab(launched, "evaluate");
			return async () => {
				await page.close();
				expect(errors).toEqual([]);
			};
		});

		async function choose(
			files: Readonly<Record<string, Uint8Array>>,
			where = "Digits to evaluate on",
		): Promise<void> {
			const paths = await Promise.all(
				Object.entries(files).map(async ([name, bytes]) => {
					const path = join(folder, name);
					await writeFile(path, bytes);
					return path;
				}),
			);
			await chooseFiles(page, `[aria-label="${where}"] input[type=file][multiple]`, paths);
		}

		const rows = () =>
			page.$$eval(".results tbody tr", (all) =>
				all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
			);

		/** Every hundredth validation digit. */
		async function sample() {
			const { pixels, labels } = await loadValidation();
			const indices = Array.from({ length: 100 }, (_, i) => i * 100);
			const pictures = indices.map((i) => pixels.subarray(i * 784, (i + 1) * 784));
			return { pictures, labels: indices.map((i) => labels[i]) };
		}

		it("reads an idx pair, gzipped, and says how right the model is", async () => {
			const { pictures, labels } = await sample();
			const header = (...sides: number[]) => {
				const bytes = Buffer.alloc(4 + 4 * sides.length);
				bytes.set([0, 0, 8, sides.length]);
				sides.forEach((side, i) => {
					bytes.writeUInt32BE(side, 4 + 4 * i);
				});
				return bytes;
			};
			await choose({
				"a-images-idx3-ubyte.gz": gzipSync(Buffer.concat([header(100, 28, 28), ...pictures])),
				"a-labels-idx1-ubyte": Buffer.concat([header(100), Buffer.from(labels)]),
			});
			await page.waitForSelector(".results");
			const [[name, right, interval]] = await rows();
			expect(name).toBe("Digit Lens");
			expect(Number.parseFloat(right)).toBeGreaterThanOrEqual(97);
			expect(interval).toMatch(/^9\d\.\d\d % to (100|9\d)\.\d\d %$/);
			await page.click("text/Evaluate all models");
			await page.waitForFunction(
				(count) =>
					document.querySelectorAll(".results tbody tr").length === count &&
					!document.querySelector(".work progress"),
				// The largest model reads a hundred digits in seconds, on a busy computer in half a minute.
				{ timeout: 150_000 },
				MODELS.length,
			);
		}, 200_000);

		it("reads a zip of pictures by their folders, and says what it left out", async () => {
			const { pictures, labels } = await sample();
			const files: Record<string, Uint8Array> = { "readme.txt": Buffer.from("twenty digits") };
			for (const i of [0, 15, 30, 45, 60, 75, 90, 99]) {
				// On white paper, four times as large, as people have them.
				const ink = { raw: { width: 28, height: 28, channels: 1 as const } };
				const png = sharp(pictures[i], ink).negate().resize(112, 112).png();
				files[`digits/${labels[i]}/${i}.png`] = await png.toBuffer();
			}
			await choose({ "mine.zip": zipSync(files) });
			await page.waitForSelector(".results");
			const words = await page.$eval(".results", (table) => table.closest(".part")!.textContent);
			expect(words).toContain("8 labelled digits. One file was left out: readme.txt.");
			const [[, right]] = await rows();
			expect(Number.parseFloat(right)).toBeGreaterThanOrEqual(87);
		});

		it("reads a zip of whole numbers, and says how many are what their names say", async () => {
			const files: Record<string, Uint8Array> = {};
			for (const sample of SAMPLES.slice(0, 3))
				files[`pages/${sample.text.replaceAll("\n", "")}.png`] = await sharp(Buffer.from(drawSample(sample)))
					.png()
					.toBuffer();
			await choose({ "numbers.zip": zipSync(files) }, "Pictures of numbers");
			await page.waitForFunction(
				() =>
					document.querySelectorAll(".batch tbody tr").length === 3 &&
					!document.querySelector(".work progress[aria-label='Reading the pictures']"),
			);
			const words = await page.$eval(".batch", (table) => table.closest(".part")!.textContent);
			expect(words).toContain("3 of 3 are right");
		});

		it("shows the wrong digits of a cell, of the digits in the package", async () => {
			await page.select("select", "ann-512-128");
			await page.click("text/MNIST digits in this package");
			await page.waitForSelector(".confusion button");
			const cell = await page.$(".confusion button");
			const count = Number(await cell!.evaluate((button) => button.textContent));
			await cell!.click();
			await page.waitForFunction(
				(wanted) => document.querySelectorAll(".mistakes li").length === wanted,
				{},
				count,
			);
		});

		it("says what is missing, and loses nothing", async () => {
			await page.click("text/MNIST digits in this package");
			await page.waitForSelector(".results");
			await choose({ "b-labels-idx1-ubyte": Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7) });
			const said = await page.waitForSelector("[role=alert]");
			expect(await said!.evaluate((alert) => alert.textContent)).toContain("but no pictures");
			expect(await rows()).toHaveLength(1);
		});
	});
});
