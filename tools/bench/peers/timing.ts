import type { Page } from "puppeteer-core";
import { BATCH, type PageResult, PIXELS, ROUNDS } from "./network.ts";

/** What a page holds of a runtime that has loaded a model; `Glyphs` is what it takes. */
export interface LoadedPeer<Glyphs> {
	/** The first `count` of the pictures. */
	glyphs(count: number): Glyphs;
	run(glyphs: Glyphs): Promise<ArrayLike<number>>;
	close(): unknown;
}

/**
 * Runs in the page and makes ready what loads a model into a runtime, for these pictures: [batch, 784], row by row. Only
 * the loading itself is timed.
 */
export type PreparePeer<Glyphs> = (
	id: string,
	pixels: number[],
	batch: number,
) => Promise<() => Promise<LoadedPeer<Glyphs>>>;

/** Loads a model in a page of a peer, and times it there alone and as a batch. */
export async function timedInPage<Glyphs>(
	page: Page,
	prepare: PreparePeer<Glyphs>,
	id: string,
): Promise<PageResult> {
	await page.evaluate(`globalThis.preparePeer = ${prepare}`);
	return page.evaluate(measureInPage, id, Array.from(PIXELS), BATCH, ROUNDS);
}

async function measureInPage(
	id: string,
	pixels: number[],
	batch: number,
	rounds: number,
): Promise<PageResult> {
	const { preparePeer } = globalThis as unknown as { preparePeer: PreparePeer<unknown> };
	const open = await preparePeer(id, pixels, batch);
	const start = performance.now();
	const peer = await open();
	await peer.run(peer.glyphs(1));
	const load = performance.now() - start;
	const time = async (glyphs: unknown) => {
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const from = performance.now();
			await peer.run(glyphs);
			times.push(performance.now() - from);
		}
		return times.sort((a, b) => a - b)[rounds >> 1];
	};
	const digit = await time(peer.glyphs(1));
	const all = peer.glyphs(batch);
	const batched = (await time(all)) / batch;
	const answers = Array.from(await peer.run(all));
	await peer.close();
	return { load, digit, batched, answers };
}
