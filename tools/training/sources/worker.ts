import { parentPort, workerData } from "node:worker_threads";
import { sizeOf } from "../../../lib/models/layer-shapes.ts";
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
const { samplesPerEpoch, labelsPerSample, pixelsPerSample, shapeOf, sample } = await createSampler(
	settings,
	seed,
);

port.on("message", ({ reader, epoch, from, count }: BatchRequest) => {
	const shape = shapeOf?.(epoch, from);
	const size = shape ? sizeOf(shape) : pixelsPerSample;
	const inputs = new Float32Array(count * size);
	const labels = new Uint8Array(count * labelsPerSample);
	for (let i = 0; i < count; i++)
		sample(
			epoch,
			from + i,
			inputs.subarray(i * size, (i + 1) * size),
			labels.subarray(i * labelsPerSample, (i + 1) * labelsPerSample),
		);
	port.postMessage({ reader, inputs, labels, count, shape }, [inputs.buffer, labels.buffer]);
});
port.postMessage(samplesPerEpoch);
