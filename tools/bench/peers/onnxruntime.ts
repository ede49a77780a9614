import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { toOnnx } from "../../../lib/models/formats/onnx/write.ts";
import type { TrainedNetwork } from "../../../lib/models/network.ts";
import { listen } from "../../demo/server.ts";
import { PEERS } from "./install.ts";
import { compared, foldedNetwork, ourAnswers, type PeerTimes } from "./network.ts";
import { timedInPage } from "./timing.ts";

/** Serves ONNX Runtime's files and, as `/ID.onnx`, our networks. */
const startSite = (models: ReadonlyMap<string, Uint8Array>) =>
	listen((request, response) => {
		const name = (request.url ?? "/").slice(1);
		const model = models.get(name.replace(/\.onnx$/, ""));
		if (model) response.end(model);
		else if (name === "") response.setHeader("content-type", "text/html").end("<!doctype html>");
		else if (/^[\w.-]+\.(mjs|wasm)$/.test(name)) {
			response.setHeader("content-type", name.endsWith("wasm") ? "application/wasm" : "text/javascript");
			createReadStream(join(PEERS, "onnxruntime-web/dist", name)).pipe(response);
		} else response.writeHead(404).end();
	});

async function prepareInPage(id: string, pixels: number[], batch: number) {
	const ort = await import(/* @vite-ignore */ `${location.origin}/ort.wasm.min.mjs`);
	ort.env.wasm.numThreads = 1;
	const bytes = new Uint8Array(await (await fetch(`/${id}.onnx`)).arrayBuffer());
	const size = pixels.length / batch;
	return async () => {
		const session = await ort.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
		const [input, output] = [session.inputNames[0], session.outputNames[0]];
		return {
			glyphs: (count: number) =>
				new ort.Tensor("float32", Float32Array.from(pixels.slice(0, count * size)), [count, 1, 28, 28]),
			run: async (glyphs: unknown) => (await session.run({ [input]: glyphs }))[output].data as Float32Array,
			close: () => session.release() as Promise<void>,
		};
	};
}

/** Measures the networks `ids`, folded as ours are, in ONNX Runtime Web, in a page of `browser`. */
export async function measureOnnx(browser: Browser, ids: readonly string[]): Promise<Map<string, PeerTimes>> {
	const networks = new Map<string, TrainedNetwork>();
	for (const id of ids) networks.set(id, await foldedNetwork(id));
	const site = await startSite(new Map(Array.from(networks, ([id, network]) => [id, toOnnx(network)])));
	const times = new Map<string, PeerTimes>();
	try {
		const page = await browser.newPage();
		await page.goto(site.origin);
		for (const [id, network] of networks) {
			const result = await timedInPage(page, prepareInPage, id);
			times.set(id, compared(result, ourAnswers(network, false), id));
		}
		await page.close();
	} finally {
		await site.stop();
	}
	return times;
}
