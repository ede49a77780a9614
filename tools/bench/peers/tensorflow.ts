import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { listen } from "../../demo/server.ts";
import { compared, foldedNetwork, ourAnswers, type PeerTimes, packageFile } from "./network.ts";
import { timedInPage } from "./timing.ts";

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

/** Loads the model with `tf.loadLayersModel`. */
async function prepareInPage(id: string, pixels: number[], batch: number) {
	const { tf } = window as unknown as { tf: typeof import("@tensorflow/tfjs") };
	const size = pixels.length / batch;
	return async () => {
		const model = await tf.loadLayersModel(`/${id}/model.json`);
		return {
			glyphs: (count: number) => tf.tensor(pixels.slice(0, count * size), [count, 28, 28, 1]),
			async run(glyphs: import("@tensorflow/tfjs").Tensor) {
				const output = model.predict(glyphs) as import("@tensorflow/tfjs").Tensor;
				const values = await output.data();
				output.dispose();
				return values;
			},
			close: () => model.dispose(),
		};
	};
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
			const result = await timedInPage(page, prepareInPage, id);
			times.set(id, compared(result, ourAnswers(await foldedNetwork(id), true), id));
		}
		await page.close();
	} finally {
		await site.stop();
	}
	return times;
}
