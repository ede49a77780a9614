import { parentPort, workerData } from "node:worker_threads";
import { GLYPH_SIZE } from "../../../lib/glyph.ts";
import type { CreateSampler } from "./sampler.ts";

/** What the worker is started with. */
export interface WorkerStart {
	/** Address of a module that exports `createSampler`. */
	readonly module: string;
	readonly settings: unknown;
	readonly seed: number;
}

/** Asks for the samples `from` .. `from + count - 1` of an epoch. */
export interface BatchRequest {
	/** Comes back with the answer, so that answers to a reader who has left are told apart. */
	readonly reader: number;
	readonly epoch: number;
	readonly from: number;
	readonly count: number;
}

if (!parentPort) throw new Error("this module runs in a worker thread");
const port = parentPort;
const { module, settings, seed } = workerData as WorkerStart;
const { createSampler } = (await import(module)) as { createSampler: CreateSampler<unknown> };
const sampler = await createSampler(settings, seed);

port.on("message", ({ reader, epoch, from, count }: BatchRequest) => {
	const glyphs = new Float32Array(count * GLYPH_SIZE);
	const labels = new Uint8Array(count);
	for (let i = 0; i < count; i++)
		labels[i] = sampler.sample(epoch, from + i, glyphs.subarray(i * GLYPH_SIZE, (i + 1) * GLYPH_SIZE));
	port.postMessage({ reader, glyphs, labels, count }, [glyphs.buffer, labels.buffer]);
});
port.postMessage(sampler.samplesPerEpoch);
