import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import { type Chromium, launchChromium } from "../../tools/browsers/chromium.ts";
import { ask, stopWorker } from "../../tools/browsers/worker.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { SAMPLES } from "../../tools/demo/samples.ts";
import { createRandom, pick } from "../../tools/random.ts";
import { inkOnPad, onPad, PAD, reads } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { CHROME_BUILD } from "../e2e/harness/browsers.ts";
import { drop } from "../e2e/harness/drop.ts";
import { SEED, withSeed } from "./seed.ts";

declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };

const ACTIONS = 60;
const READINGS = 200;

const random = createRandom(SEED);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let chromium: Chromium;
/** A page that nothing happens to, which stops the worker and looks at what is stored. */
let witness: Page;
let folder: string;
const NUMBERS = ["1572", "407", "38"];

const own = (path: string) => `chrome-extension://${chromium.extension.id}/${path}`;

async function open(path: string, sign: string): Promise<Page> {
	const page = await chromium.browser.newPage();
	await page.goto(own(path));
	await page.waitForSelector(sign);
	return page;
}

async function stored<T>(key: string): Promise<T | undefined> {
	const all = await witness.evaluate((name) => chrome.storage.local.get(name), key);
	return all[key] as T | undefined;
}

beforeAll(async () => {
	chromium = await launchChromium({ extension: CHROME_BUILD, headless: true });
	witness = await open("readings.html", "main");
	folder = await mkdtemp(join(tmpdir(), "stress-"));
	for (const [i, text] of NUMBERS.entries())
		await writeFile(join(folder, `${text}.png`), await picture(text, i + 1));
});
afterAll(async () => {
	await chromium?.browser.close();
	await rm(folder, { recursive: true, force: true });
});

const picture = (text: string, seed: number) =>
	sharp(Buffer.from(drawSample({ ...SAMPLES.find(({ name }) => name === "plain")!, text, seed })))
		.png()
		.toBuffer();

/** Stops the worker never, at once, or once or twice somewhere in what follows. */
function chance(): Promise<unknown> {
	const times = pick(random, [[], [0], [400 * random()], [400 * random(), 500 + 300 * random()]]);
	return Promise.all(times.map((at) => wait(at).then(() => stopWorker(witness).catch(() => {}))));
}

it(withSeed(`nothing is lost in ${ACTIONS} actions while the worker is stopped at any moment`), async () => {
	let popup = await open("popup.html", PAD);
	const actions = {
		async draw() {
			await popup.bringToFront();
			if (!(await popup.$(PAD))) await popup.click('[aria-label="Read a picture"]');
			await popup.click('[aria-label="Clear"]:not(:disabled)').catch(() => {});
			const digit = pick(random, [..."12347"]);
			const stops = chance();
			for (const stroke of await onPad(popup, writeDigits(digit, { height: 90, seed: 3 }))) {
				await popup.mouse.move(stroke[0]!.x, stroke[0]!.y);
				await popup.mouse.down();
				for (const { x, y } of stroke) await popup.mouse.move(x, y);
				await popup.mouse.up();
			}
			await reads(popup, digit);
			await stops;
			const ink = await inkOnPad(popup);
			await popup.close();
			popup = await open("popup.html", PAD);
			// Edges may fall on other pixels when all is drawn at once.
			const isThere = async () => Math.abs((await inkOnPad(popup)) - ink) < 0.03 * ink;
			await until(isThere, "ink was lost when the popup was closed");
		},
		async read() {
			await popup.bringToFront();
			const text = pick(random, NUMBERS);
			const before = (await stored<PastReading[]>("pastReadings"))?.[0]?.id;
			const stops = chance();
			await drop(popup, [join(folder, `${text}.png`)], { x: 150, y: 150 });
			await reads(popup, text);
			await stops;
			// The same picture is kept once.
			const kept = await stored<PastReading[]>("pastReadings");
			expect(kept?.[0]?.text === text || kept?.[0]?.id === before).toBe(true);
			await popup.click('[aria-label="Clear"]');
			await popup.click('[aria-label="Read a picture"]');
			await popup.waitForSelector(PAD);
		},
		async choose() {
			await popup.bringToFront();
			const id = pick(random, ["cnn-3x32", "dense-512", "cnn-24-36"]);
			const stops = chance();
			for (const model of [id, "digit-lens"]) {
				await popup.select("select.select", model);
				await until(
					async () => (await stored<{ model: string }>("settings"))?.model === model,
					`${model} was not chosen`,
				);
			}
			await stops;
		},
	};
	for (let i = 0; i < ACTIONS; i++) {
		const name = pick(random, Object.keys(actions) as (keyof typeof actions)[]);
		await actions[name]().catch((error: Error) => {
			throw new Error(`action ${i}, ${name}: ${error.message}`, { cause: error });
		});
	}
	await popup.close();
});

it(withSeed(`${2 * READINGS} readings by all models leave nothing behind`), async () => {
	const strokes = writeDigits("38", { height: 100, seed: 4 });
	const url = `data:image/png;base64,${(await picture("407", 2)).toString("base64")}`;
	for (const { id } of MODELS) await ask(witness, "readInk", { strokes, model: id });
	await ask(witness, "readPicture", { picture: { kind: "data", url } });
	const tensors = async () => {
		const facts = await ask(witness, "describeEngine", {});
		return facts.ok && facts.value.tensors;
	};
	const before = await tensors();
	const faults: unknown[] = [];
	for (let i = 0; i < READINGS; i++) {
		const model = i % 4 === 1 ? pick(random, MODELS).id : "digit-lens";
		const ink = await ask(witness, "readInk", { strokes, model });
		const image = await ask(witness, "readPicture", { picture: { kind: "data", url } });
		if (!ink.ok || !image.ok || image.value.reading.text !== "407") faults.push([model, ink, image]);
	}
	expect(faults).toEqual([]);
	expect(await tensors()).toBe(before);
});
