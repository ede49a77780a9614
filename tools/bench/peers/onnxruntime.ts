import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import type { Browser } from "puppeteer-core";
import { GLYPH_SIDE, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { createExecutor } from "../../../lib/models/executor.ts";
import { foldForInference } from "../../../lib/models/folding.ts";
import { parseModel } from "../../../lib/models/format.ts";
import type { TrainedNetwork } from "../../../lib/models/network.ts";
import { listen } from "../../demo/server.ts";
import { PEERS } from "./install.ts";
import { toOnnx } from "./onnx.ts";

/** ONNX Runtime Web on one of our networks, in a page, one thread; milliseconds. */
export interface OnnxTimes {
	/** From the model's bytes to its first answer. */
	readonly load: number;
	/** One warm digit. */
	readonly digit: number;
	/** A digit of a batch of 64. */
	readonly batched: number;
	/** The largest difference of its logits from ours. */
	readonly difference: number;
}

const BATCH = 64;
const ROUNDS = 20;
const TOLERANCE = 1e-4;

const packageFile = async (id: string, name: string) =>
	new Uint8Array(await readFile(new URL(`../../../public/models/${id}/${name}`, import.meta.url))).buffer;

async function foldedNetwork(id: string): Promise<TrainedNetwork> {
	const [json, bin] = await Promise.all([packageFile(id, "model.json"), packageFile(id, "weights.bin")]);
	return foldForInference(parseModel(id, json, bin));
}

/** Our logits for glyphs [count, 784]; the backend is started. */
function ourLogits(network: TrainedNetwork, glyphs: Float32Array): Float32Array {
	const executor = createExecutor(network);
	const shape = [glyphs.length / GLYPH_SIZE, GLYPH_SIDE, GLYPH_SIDE, 1];
	const logits = tf.tidy(() => executor.run(tf.tensor(glyphs, shape)).dataSync<"float32">().slice());
	executor.dispose();
	return logits;
}

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

/** What the page sends back of one model: times, and the logits of the whole batch. */
interface PageResult extends Omit<OnnxTimes, "difference"> {
	readonly logits: number[];
}

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
	const run = async (glyphs: unknown) => (await session.run({ glyphs })).logits.data as Float32Array;
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
	const logits = Array.from(await run(all));
	await session.release();
	return { load, digit, batched, logits };
}

/**
 * Measures the networks `ids` in ONNX Runtime Web, in a page of `browser`. Throws when its answers differ from
 * ours by more than 1e-4: then it would not be the same network that is timed.
 */
export async function measureOnnx(browser: Browser, ids: readonly string[]): Promise<Map<string, OnnxTimes>> {
	const networks = new Map<string, TrainedNetwork>();
	for (const id of ids) networks.set(id, await foldedNetwork(id));
	const site = await startSite(new Map(Array.from(networks, ([id, network]) => [id, toOnnx(network)])));
	const glyphs = Float32Array.from({ length: BATCH * GLYPH_SIZE }, (_, i) => Math.max(0, Math.sin(i * 0.37)));
	const times = new Map<string, OnnxTimes>();
	try {
		const page = await browser.newPage();
		await page.goto(site.origin);
		for (const [id, network] of networks) {
			const { logits, ...measured } = await page.evaluate(
				measureInPage,
				id,
				Array.from(glyphs),
				BATCH,
				ROUNDS,
			);
			const ours = ourLogits(network, glyphs);
			const scale = ours.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
			const difference =
				ours.reduce((most, value, i) => Math.max(most, Math.abs(value - logits[i])), 0) / scale;
			if (!(difference <= TOLERANCE))
				throw new Error(`${id}: ONNX Runtime's logits differ by ${difference}.`);
			times.set(id, { ...measured, difference });
		}
		await page.close();
	} finally {
		await site.stop();
	}
	return times;
}
