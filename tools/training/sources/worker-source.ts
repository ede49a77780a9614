import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SampleBatch, SampleSource, SourceOptions } from "../source.ts";
import type { BatchRequest, WorkerStart } from "./worker.ts";

/** Batches made ahead of the training thread. */
const AHEAD = 4;

/**
 * A source whose samples come from a worker thread, so that the training thread only multiplies.
 *
 * @param module address of a module that exports `createSampler`
 * @param settings plain data for it
 */
export async function openWorkerSource(
	module: string,
	settings: unknown,
	{ batchSize, seed }: SourceOptions,
): Promise<SampleSource> {
	const start: WorkerStart = { module, settings, seed };
	const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: start });
	const [samplesPerEpoch] = (await once(worker, "message")) as [number];

	let readers = 0;

	async function* epoch(index: number): AsyncGenerator<SampleBatch> {
		const reader = ++readers;
		const requests: BatchRequest[] = [];
		for (let from = 0; from < samplesPerEpoch; from += batchSize)
			requests.push({ reader, epoch: index, from, count: Math.min(batchSize, samplesPerEpoch - from) });
		const answers = answersTo(reader, worker);
		try {
			for (const request of requests.slice(0, AHEAD)) worker.postMessage(request);
			for (let i = 0; i < requests.length; i++) {
				const batch = await answers.next();
				if (i + AHEAD < requests.length) worker.postMessage(requests[i + AHEAD]);
				yield batch;
			}
		} finally {
			answers.stop();
		}
	}

	return { samplesPerEpoch, epoch, close: async () => void (await worker.terminate()) };
}

/** The batches that one reader asked for, in order; a crash of the worker rejects. */
function answersTo(reader: number, worker: Worker): { next(): Promise<SampleBatch>; stop(): void } {
	const arrived: SampleBatch[] = [];
	let failure: unknown;
	let wake = () => {};
	const onMessage = (batch: SampleBatch & { reader: number }) => {
		if (batch.reader !== reader) return;
		arrived.push(batch);
		wake();
	};
	const onError = (error: unknown) => {
		failure = error;
		wake();
	};
	worker.on("message", onMessage).on("error", onError);
	return {
		async next() {
			while (arrived.length === 0) {
				if (failure) throw failure;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			return arrived.shift()!;
		},
		stop() {
			worker.off("message", onMessage).off("error", onError);
		},
	};
}
