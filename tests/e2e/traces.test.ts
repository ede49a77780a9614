import type { CDPSession } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { HOST, overlayGone } from "../../tools/surfaces/panel.ts";
import { until } from "../../tools/surfaces/until.ts";
import { middleOf, onDesk, type Spot } from "./harness/desk.ts";
import { type Stage, startStage } from "./harness/stage.ts";
import { startWorld, type World, workerOf } from "./harness/world.ts";

declare const chrome: {
	storage: { local: { get(key: string): Promise<{ pastReadings?: { id: string }[] }> } };
};

const WARM_UP = 20;
const ROUNDS = 100;

/** Milliseconds between two collections of garbage. */
const PAUSE = 100;

/** What may be left of a round by chance, e.g. in caches of the engine: a leaked panel has some 100 kB and 60 nodes. */
const KB_A_ROUND = 5;
const NODES_A_ROUND = 1;
const LISTENERS_A_ROUND = 0.5;

onDesk(`after ${ROUNDS} readings`, () => {
	let world: World;
	let stage: Stage;
	let session: CDPSession;

	beforeAll(async () => {
		[world, stage] = await Promise.all([startWorld(), startStage()]);
		await world.page.goto(stage.address("an image of the same site"));
		session = await world.page.createCDPSession();
	});
	afterAll(async () => {
		await world?.finish();
		await stage?.stop();
	});

	async function readOnce(spot: Spot): Promise<void> {
		const { page, desk } = world;
		const before = await newestReading();
		desk.press("alt+shift+l");
		// The region to select lies over all once it is there.
		const covered = await page.waitForFunction(
			(host, { x, y }) => document.elementFromPoint(x, y)?.matches(host),
			{},
			HOST,
			spot,
		);
		await covered.dispose();
		await desk.click(page, spot);
		await until(async () => (await newestReading()) !== before, "nothing was read");
		desk.press("Escape");
		await overlayGone(page);
	}

	// Whoever looks into the overlay itself keeps its nodes alive.
	async function newestReading(): Promise<string | undefined> {
		const worker = await workerOf(world.browser);
		return worker!.evaluate(
			async () => (await chrome.storage.local.get("pastReadings")).pastReadings?.[0].id,
		);
	}

	async function measure() {
		// What finalisers, tasks and other processes let go of takes more rounds.
		let usedSize = Number.POSITIVE_INFINITY;
		for (let isLess = true; isLess; ) {
			await session.send("HeapProfiler.collectGarbage");
			const now = (await session.send("Runtime.getHeapUsage")).usedSize;
			isLess = now < usedSize;
			usedSize = now;
			await new Promise((done) => setTimeout(done, PAUSE));
		}
		const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
		return { kB: usedSize / 1024, nodes, listeners: jsEventListeners };
	}

	it("the page is what it was before, and its memory too", { timeout: 300_000 }, async () => {
		const { page } = world;
		const spot = await middleOf((await page.$("#target"))!);
		const content = await page.content();
		for (let round = 0; round < WARM_UP; round++) await readOnce(spot);
		const before = await measure();
		for (let round = 0; round < ROUNDS; round++) await readOnce(spot);
		const after = await measure();
		expect(await page.content()).toBe(content);
		expect((after.kB - before.kB) / ROUNDS).toBeLessThan(KB_A_ROUND);
		expect((after.nodes - before.nodes) / ROUNDS).toBeLessThan(NODES_A_ROUND);
		expect((after.listeners - before.listeners) / ROUNDS).toBeLessThan(LISTENERS_A_ROUND);
	});
});
