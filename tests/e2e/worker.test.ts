import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Launched } from "../../tools/browsers/launched.ts";
import { ask } from "../../tools/browsers/worker.ts";
import { drawSample } from "../../tools/demo/draw.ts";
import { writeDigits } from "../../tools/demo/hand.ts";
import { shownText } from "../../tools/surfaces/popup.ts";
import { until } from "../../tools/surfaces/until.ts";
import { BROWSERS, close, launch } from "./harness/browsers.ts";
import { chooseFiles } from "./harness/choose-files.ts";
import { FULL_PAGE } from "./harness/full-page.ts";

describe.each(BROWSERS)("the background in %s", (name) => {
	let launched: Launched;
	let page: Page;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "digit-lens-"));
		launched = await launch(name);
		page = await launched.witness();
	});
	afterAll(async () => {
		await close(launched);
		await rm(folder, { recursive: true, force: true });
	});

	async function read(text: string, seed: number) {
		return ask(page, "readInk", { strokes: writeDigits(text, { height: 100, seed }) });
	}

	async function facts() {
		const answer = await ask(page, "describeEngine", {});
		if (!answer.ok) throw new Error(answer.sentence);
		return answer.value;
	}

	it("runs on WebAssembly with SIMD, on one thread", async () => {
		expect(await facts()).toMatchObject({ backend: "wasm", simd: true, threads: 1 });
	});

	it("reads ink", async () => {
		expect(await read("1572", 1)).toMatchObject({ ok: true, value: { text: "1572", rejected: [] } });
	});

	it("answers after it was stopped, and starts anew", async () => {
		const before = await read("407", 2);
		await launched.stopBackground();
		expect(await read("407", 2)).toEqual(before);
	});

	it("answers the same through a stop at any moment when the client asks once more", async () => {
		for (let round = 0; round < 5; round++) {
			const [answer] = await Promise.all([
				read("2718", 3).catch(() => read("2718", 3)),
				launched.stopBackground(),
			]);
			expect(answer ?? (await read("2718", 3))).toMatchObject({ ok: true, value: { text: "2718" } });
		}
	});

	it("is asked again by the popup when it is stopped in the middle of a picture", async () => {
		const picture = join(folder, "page.png");
		await sharp(Buffer.from(drawSample(FULL_PAGE)))
			.png()
			.toFile(picture);
		const popup = await launched.open("popup.html");
		await popup.click('[aria-label="Read a picture"]');
		await chooseFiles(popup, '[aria-label="Picture file"]', [picture]);
		// It is shown once the worker has told how far it is.
		await popup.waitForSelector("progress");
		expect(await shownText(popup)).toBe("");
		await launched.stopBackground();
		await until(async () => (await shownText(popup)).length > 300, "the page is not read");
		expect(await popup.$('[role="alert"]')).toBeNull();
		await popup.close();
	});

	// Ten thousand are read in the unit tests.
	it("keeps no tensor of two hundred readings", async () => {
		await read("38", 4);
		const { tensors } = await facts();
		for (let round = 0; round < 4; round++)
			await Promise.all(Array.from({ length: 50 }, (_, i) => read("38", round * 50 + i)));
		expect((await facts()).tensors).toBe(tensors);
	});
});
