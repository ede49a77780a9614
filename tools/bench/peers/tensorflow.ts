import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { listen } from "../../demo/server.ts";
import {
	BATCH,
	compared,
	foldedNetwork,
	ourAnswers,
	type PageResult,
	type PeerTimes,
	PIXELS,
	packageFile,
	ROUNDS,
} from "./network.ts";

const PACKAGES = join(import.meta.dirname, "../../../node_modules/@tensorflow");

/** Serves TensorFlow.js' files, and the files of our models as they lie in the package. */
const startSite = () =>
	listen((request, response) => {
		const name = (request.url ?? "/").slice(1);
		const [folder, file] = name.split("/");
		if (name === "") response.setHeader("content-type", "text/html").end("<!doctype html>");
		else if (folder === "tfjs" || folder === "tfjs-backend-wasm") {
			response.setHeader("content-type", name.endsWith("wasm") ? "application/wasm" : "text/javascript");
			createReadStream(join(PACKAGES, folder, "dist", file)).pipe(response);
		} else
			void packageFile(folder, file).then(
				(bytes) => response.end(bytes),
				() => response.writeHead(404).end(),
			);
	});

/** Runs in the page: loads the model with `tf.loadLayersModel` and reads glyphs, alone and as a batch. */
async function measureInPage(
	id: string,
	pixels: number[],
	batch: number,
	rounds: number,
): Promise<PageResult> {
	const { tf } = window as unknown as { tf: typeof import("@tensorflow/tfjs") };
	const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
	const size = pixels.length / batch;
	const tensor = (count: number) => tf.tensor(pixels.slice(0, count * size), [count, 28, 28, 1]);
	const start = performance.now();
	const model = await tf.loadLayersModel(`/${id}/model.json`);
	const run = async (glyphs: import("@tensorflow/tfjs").Tensor) => {
		const output = model.predict(glyphs) as import("@tensorflow/tfjs").Tensor;
		const values = await output.data();
		output.dispose();
		return values;
	};
	await run(tensor(1));
	const load = performance.now() - start;
	const time = async (glyphs: import("@tensorflow/tfjs").Tensor) => {
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const from = performance.now();
			await run(glyphs);
			times.push(performance.now() - from);
		}
		return median(times);
	};
	const digit = await time(tensor(1));
	const all = tensor(batch);
	const batched = (await time(all)) / batch;
	const answers = Array.from(await run(all));
	model.dispose();
	return { load, digit, batched, answers };
}

/** Measures the models `ids`, read by TensorFlow.js itself on its WASM backend, in a page of `browser`. */
export async function measureTensorflow(
	browser: Browser,
	ids: readonly string[],
): Promise<Map<string, PeerTimes>> {
	const site = await startSite();
	const times = new Map<string, PeerTimes>();
	try {
		const page = await browser.newPage();
		await page.goto(site.origin);
		for (const path of ["tfjs/tf.min.js", "tfjs-backend-wasm/tf-backend-wasm.min.js"])
			await page.addScriptTag({ url: `${site.origin}/${path}` });
		await page.evaluate(async () => {
			const { tf } = window as unknown as {
				tf: typeof import("@tensorflow/tfjs") & { wasm: { setWasmPaths(folder: string): void } };
			};
			tf.wasm.setWasmPaths("/tfjs-backend-wasm/");
			await tf.setBackend("wasm");
			// It falls back to another one without a word.
			if (tf.getBackend() !== "wasm") throw new Error(`TensorFlow.js runs on ${tf.getBackend()}.`);
		});
		for (const id of ids) {
			const result = await page.evaluate(measureInPage, id, Array.from(PIXELS), BATCH, ROUNDS);
			times.set(id, compared(result, ourAnswers(await foldedNetwork(id), true), id));
		}
		await page.close();
	} finally {
		await site.stop();
	}
	return times;
}
