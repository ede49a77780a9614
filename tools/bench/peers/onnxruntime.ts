import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { toOnnx } from "../../../lib/models/formats/onnx/write.ts";
import type { TrainedNetwork } from "../../../lib/models/network.ts";
import { listen } from "../../demo/server.ts";
import { PEERS } from "./install.ts";
import {
	BATCH,
	compared,
	foldedNetwork,
	ourAnswers,
	type PageResult,
	type PeerTimes,
	PIXELS,
	ROUNDS,
} from "./network.ts";

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

/** Runs in the page: loads the model and reads glyphs, alone and as a batch. */
async function measureInPage(
	id: string,
	pixels: number[],
	batch: number,
	rounds: number,
): Promise<PageResult> {
	const ort = await import(/* @vite-ignore */ `${location.origin}/ort.wasm.min.mjs`);
	ort.env.wasm.numThreads = 1;
	const bytes = new Uint8Array(await (await fetch(`/${id}.onnx`)).arrayBuffer());
	const size = pixels.length / batch;
	const tensor = (count: number) =>
		new ort.Tensor("float32", Float32Array.from(pixels.slice(0, count * size)), [count, 1, 28, 28]);
	const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
	const start = performance.now();
	const session = await ort.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
	const [input, output] = [session.inputNames[0], session.outputNames[0]];
	const run = async (glyphs: unknown) =>
		(await session.run({ [input]: glyphs }))[output].data as Float32Array;
	await run(tensor(1));
	const load = performance.now() - start;
	const time = async (glyphs: unknown) => {
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
	await session.release();
	return { load, digit, batched, answers };
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
			const result = await page.evaluate(measureInPage, id, Array.from(PIXELS), BATCH, ROUNDS);
			times.set(id, compared(result, ourAnswers(network, false), id));
		}
		await page.close();
	} finally {
		await site.stop();
	}
	return times;
}
