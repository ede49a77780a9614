import { wrap } from "comlink";
import type { TriedModel } from "../../models/formats/import-model.ts";
import { LIMITS, tookTooLong } from "../../models/formats/limits.ts";
import type { ModelFile } from "../../models/formats/model-file.ts";
import type { ImportWorker } from "./import-worker.ts";
import ImportWorkerThread from "./import-worker.ts?worker";

type Found = ReturnType<ImportWorker["find"]>;

/** Reads models in a worker that is there only meanwhile; it is ended where one takes too long, or when `stop` says so. */
export async function importInWorker(
	files: readonly ModelFile[],
	onModel: (name: string, read: () => Promise<TriedModel>) => Promise<void>,
	stop: AbortSignal,
): Promise<void> {
	let thread = new ImportWorkerThread();
	let worker = wrap<ImportWorker>(thread);
	const restart = () => {
		thread.terminate();
		thread = new ImportWorkerThread();
		worker = wrap<ImportWorker>(thread);
	};
	/** An ended worker answers no more: whoever waits is told otherwise. */
	const within = <T>(work: Promise<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			const giveUp = () => {
				restart();
				reject(tookTooLong());
			};
			const timer = setTimeout(giveUp, LIMITS.time);
			stop.addEventListener("abort", giveUp, { once: true });
			thread.addEventListener("error", giveUp, { once: true });
			work.then(resolve, reject).finally(() => {
				clearTimeout(timer);
				stop.removeEventListener("abort", giveUp);
			});
		});
	try {
		const models: Found = await within(worker.find(files));
		for (const model of models) {
			if (stop.aborted) return;
			await onModel(model.main.name, () => within(worker.read(model)));
		}
	} finally {
		thread.terminate();
	}
}
