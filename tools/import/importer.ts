import { Worker } from "node:worker_threads";
import { LIMITS, tookTooLong } from "../../lib/models/formats/limits.ts";
import { userError } from "../../lib/user-error.ts";
import { englishOf } from "../english.ts";
import type { ImportReply, ImportRequest } from "./request.ts";

/** Reads models one after the other in a thread, which is stopped at one that takes too long or crashes it. */
export interface Importer {
	read(request: ImportRequest): Promise<ImportReply>;
	close(): Promise<void>;
}

/** @param time milliseconds for one model */
export function createImporter(time: number = LIMITS.time): Importer {
	let worker: Worker | undefined;

	async function stop(): Promise<void> {
		await worker?.terminate();
		worker = undefined;
	}

	return {
		read: (request) =>
			new Promise((resolve) => {
				worker ??= new Worker(new URL("./worker.ts", import.meta.url));
				const current = worker;
				const end = (reply: ImportReply) => {
					clearTimeout(timer);
					current.off("message", end).off("error", failed);
					resolve(reply);
				};
				const fail = (error: unknown) => void stop().then(() => end({ ok: false, error: englishOf(error) }));
				const failed = (error: Error) =>
					fail(userError("error.import.unreadable", { detail: error.message }));
				const timer = setTimeout(() => fail(tookTooLong()), time);
				current.on("message", end).on("error", failed);
				current.postMessage(request);
			}),
		close: stop,
	};
}
