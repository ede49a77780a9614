import { readFile } from "node:fs/promises";
import { parseModel } from "../../lib/models/format.ts";
import { operationCount } from "../../lib/models/network.ts";
import type { ModelTimes } from "./speed.ts";

/** How much a model computes, how fast, and how much of what one core could do that is. */
export interface ModelWork {
	readonly model: string;
	/** Millions of operations a digit. */
	readonly megaflop: number;
	/** Billions of operations a second in a batch. */
	readonly gigaflops: number;
	/** Share, in percent, of what one core reaches in WebAssembly's SIMD on registers alone. */
	readonly ofPeak: number;
}

const packageFile = async (path: string) =>
	new Uint8Array(await readFile(new URL(`../../public/models/${path}`, import.meta.url))).buffer;

/** Sets the measured times against the networks' operations. `peak` measures GFLOP/s in the same run. */
export async function workOf(times: readonly ModelTimes[], peak: () => number): Promise<ModelWork[]> {
	const most = peak();
	return Promise.all(
		times.map(async ({ model, batched }) => {
			const [json, bin] = [
				await packageFile(`${model}/model.json`),
				await packageFile(`${model}/weights.bin`),
			];
			const megaflop = operationCount(parseModel(model, json, bin).network) / 1e6;
			const gigaflops = megaflop / batched;
			return { model, megaflop, gigaflops, ofPeak: (100 * gigaflops) / most };
		}),
	);
}
