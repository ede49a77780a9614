import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Launched } from "../../tools/browsers/launched.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { chooseFiles } from "./harness/choose-files.ts";
import { drop } from "./harness/drop.ts";
import { savedFile } from "./harness/saved-file.ts";

declare const chrome: {
	storage: {
		local: {
			get(key: "ownModels"): Promise<{ ownModels: object[] }>;
			set(values: { ownModels: object[] }): Promise<void>;
		};
	};
};

/** A model in TensorFlow.js' own format: one of the package's. */
const FILES = ["model.json", "weights.bin"].map((name) =>
	join(import.meta.dirname, "../../public/models/cnn-24-36", name),
);

describe.each(BROWSERS)("a model of one's own in %s", (name) => {
	let launched: Launched;
	let options: Page;
	let popup: Page;
	let folder: string;
	let downloads: string;

	/** Waits until the page shows a text that fits, and gives it. */
	const shown = (page: Page, pattern: RegExp) =>
		until(async () => {
			await page.bringToFront();
			const text = await page.evaluate(() => document.body.textContent ?? "");
			return pattern.exec(text)?.[0];
		}, `the page never shows ${pattern}`);
	const read = async () => {
		const outcome = await ask(popup, "readInk", {
			strokes: writeDigits("2718", { height: 100, seed: 6, gap: 0.4 }),
		});
		return outcome.ok ? outcome.value : outcome.sentence;
	};
	const loaded = async () => {
		const facts = await ask(popup, "describeEngine", {});
		return facts.ok ? facts.value.models : [];
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		downloads = join(folder, "downloads");
		await mkdir(downloads);
		launched = await launch(name, { downloads });
		popup = await launched.open("popup.html");
		options = await launched.open("options.html");
	});
	afterAll(async () => {
		await close(launched);
		await rm(folder, { recursive: true, force: true });
	});

	const choose = (files: readonly string[], page = options) =>
		chooseFiles(page, '[aria-label="Bring a model"] input[multiple]', files);

	it("says why a file is none, and what is missing", async () => {
		await choose([join(import.meta.dirname, "../../README.md")]);
		await shown(options, /This is a text, not a model|no model that can be read/);
		await choose([FILES[0]]);
		await shown(options, /weights\.bin is missing/);
	});

	it("is imported, chosen, and reads what is drawn", async () => {
		await choose(FILES);
		await shown(options, /model reads 9\d(\.\d)? % of known digits/);
		await (await options.waitForSelector('::-p-aria([role="radio"][name="model"])'))!.click();
		await until(
			() =>
				popup.evaluate(
					() => document.querySelector<HTMLSelectElement>("select")?.value.startsWith("own-") || undefined,
				),
			"the popup never shows it as chosen",
		);
		expect(await read()).toMatchObject({ text: "2718" });
		expect(await loaded()).toEqual([expect.stringMatching(/^own-/)]);
	});

	it("is looked into, evaluated and compared in the lab like any other", async () => {
		const link = await options.waitForSelector('.own a[href*="lab.html?model=own-"]');
		const address = await link!.evaluate((a) => (a as HTMLAnchorElement).search);
		const lab = await launched.open(`lab.html${address}#/model`, ".model-chart");
		await shown(lab, /TensorFlow\.js layers/);
		const rows = (table: string) =>
			lab.$$eval(`${table} tbody th`, (names) =>
				names.map((name) => (name.querySelector(".term-word") ?? name).textContent),
			);
		await until(
			async () => (await rows(".layers")).includes("Batch normalisation"),
			"its layers are never listed",
		);
		expect(await lab.$$eval(".model-mark[data-imported]", (marks) => marks.length)).toBeGreaterThan(0);
		const show = (view: string) =>
			lab.evaluate((hash) => {
				location.hash = hash;
			}, `#/${view}`);
		await show("inside");
		await shown(lab, /Convolution 3 × 3[\s\S]*Batch normalisation[\s\S]*Dense/);
		await show("speed");
		await until(
			async () => (await rows(".numbers[aria-busy]")).at(-1) === "model",
			"its speed is not measured with the others",
		);
		await lab.close();
	});

	it("reads at once as digits go in, when that is changed", async () => {
		await options.bringToFront();
		const select = (await options.waitForSelector(".own-actions select"))!;
		const ways = await select.$$eval("option", (all) => all.map((option) => option.value));
		await options.select(".own-actions select", '["0-1",true,"pad"]');
		await shown(options, /It reads only/);
		expect(await read()).not.toMatchObject({ text: "2718" });
		await options.select(".own-actions select", ways[0]);
		await until(async () => {
			const reading = await read();
			return (typeof reading === "object" && reading.text === "2718") || undefined;
		}, "it never reads as before");
	});

	it.each(["TensorFlow.js", "Keras", "ONNX", "safetensors"])(
		"is saved as %s, and that is imported",
		async (format) => {
			await options.bringToFront();
			await options.select('.own select[aria-label="Save model as"]', format);
			const file = join(folder, `again-${format}`);
			await rename(await savedFile(downloads), file);
			await choose([file]);
			await shown(options, /again-\S+ reads 9\d(\.\d)? % of known digits/);
		},
	);

	it("can be brought to the lab, which then shows it", async () => {
		const lab = await launched.open("lab.html#/model", ".model-chart");
		const again = join(folder, "again-ONNX");
		// Only Chromium lets a test drop files of this computer.
		if (name === "Chromium") await drop(lab, [again], { x: 300, y: 20 });
		else await choose([again], lab);
		await shown(lab, /again-ONNX( 2)? reads 9\d/);
		await until(
			() =>
				lab.evaluate(
					() =>
						document
							.querySelector<HTMLSelectElement>("header select")
							?.selectedOptions[0].text.startsWith("again-ONNX") || undefined,
				),
			"the lab never shows it",
		);
		await lab.close();
	});

	it("is deleted, comes back, and is replaced with a sentence once it is gone", async () => {
		const remove = async () =>
			(await options.waitForSelector('::-p-aria([role="button"][name="Delete model"])'))!.click();
		await options.bringToFront();
		await remove();
		await shown(options, /model was deleted/);
		await (await options.waitForSelector('::-p-aria([role="button"][name="Undo"])'))!.click();
		await options.waitForSelector('::-p-aria([role="radio"][name="model"])');
		expect(await read()).toMatchObject({ text: "2718" });
		await remove();
		await shown(options, /model was deleted/);
		expect(await read()).toMatchObject({ text: "2718" });
		await shown(options, /The chosen model is no longer here/);
	});

	it("leaves nothing of a page that was closed while it kept one", async () => {
		const networks = (lost?: string) =>
			options.evaluate(
				(lost) =>
					new Promise<IDBValidKey[]>((done, failed) => {
						const opening = indexedDB.open("own-models");
						opening.onerror = failed;
						opening.onsuccess = () => {
							const { result: database } = opening;
							const store = database.transaction("networks", "readwrite").objectStore("networks");
							if (lost) store.put({}, lost);
							const asking = store.getAllKeys();
							asking.onsuccess = () => {
								database.close();
								done(asking.result);
							};
						};
					}),
				lost,
			);
		const kept = await networks();
		expect(kept.length).toBeGreaterThan(0);
		expect(await networks("own-lost")).toHaveLength(kept.length + 1);
		const next = await launched.open("options.html");
		await until(async () => (await networks()).length === kept.length || undefined, "it stays for ever");
		expect(await networks()).toEqual(kept);
		await next.close();
	});

	it("says that some are missing where what is kept is damaged, until others are kept", async () => {
		await options.evaluate(async () => {
			const { ownModels } = await chrome.storage.local.get("ownModels");
			await chrome.storage.local.set({
				ownModels: [{ ...ownModels[0], bytes: "many" }, ...ownModels.slice(1)],
			});
		});
		await shown(options, /kept of your models is damaged/);
		await choose([join(folder, "again-Keras")]);
		await shown(options, /again-Keras( \d)? reads 9\d/);
		await until(
			() => options.evaluate(() => !document.querySelector(".own > .trouble") || undefined),
			"it goes on saying so",
		);
	});
});
