import type { Page } from "puppeteer-core";
import { median } from "../../lib/median.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import { ask, stopWorker } from "../browsers/worker.ts";
import { writeDigits } from "../demo/hand.ts";

/** Speed of one model in the background of the built extension; medians, milliseconds. */
export interface ModelTimes {
	readonly model: string;
	/** In a worker that has just been woken: starting the backend, loading the model, and its first digit. */
	readonly load: number;
	/** One warm digit. */
	readonly digit: number;
	/** A digit of a batch of 64. */
	readonly batched: number;
	/** From a message to a stopped worker to its reading of one drawn digit, at the sender. */
	readonly wake: number;
	/** The same to a worker that runs. */
	readonly warm: number;
}

const BATCH = 64;

/** Measures every model, in turns, so that a disturbance strikes all of them alike. `page` is one of the extension. */
export async function measureModels(page: Page, rounds: number): Promise<ModelTimes[]> {
	const samples = new Map(
		MODELS.map(({ id }) => [id, { load: [], digit: [], batched: [], wake: [], warm: [] } as Samples]),
	);
	for (let round = 0; round < rounds; round++)
		for (const [model, times] of samples) {
			await stopWorker(page);
			times.wake.push(await timeReading(page, model));
			times.warm.push(await timeReading(page, model));
			await stopWorker(page);
			const one = await measure(page, model, 1);
			times.load.push(one.load);
			times.digit.push(median(one.batches));
			times.batched.push(median((await measure(page, model, BATCH)).batches) / BATCH);
		}
	return [...samples].map(([model, times]) => ({
		model,
		load: median(times.load),
		digit: median(times.digit),
		batched: median(times.batched),
		wake: median(times.wake),
		warm: median(times.warm),
	}));
}

type Samples = Record<Exclude<keyof ModelTimes, "model">, number[]>;

async function measure(page: Page, model: string, batch: number) {
	const answer = await ask(page, "measureModel", { model, batch, rounds: 20 });
	if (!answer.ok) throw new Error(answer.sentence);
	return answer.value;
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };

function timeReading(page: Page, model: string): Promise<number> {
	const message = { type: "readInk", data: { strokes: writeDigits("7", { height: 100, seed: 1 }), model } };
	return page.evaluate(async (request) => {
		const start = performance.now();
		const answer = await chrome.runtime.sendMessage(request);
		if (!answer.ok) throw new Error(JSON.stringify(answer));
		return performance.now() - start;
	}, message);
}
