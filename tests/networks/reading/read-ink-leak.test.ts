import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { startBackend } from "../../../lib/models/backend.ts";
import { serialiseModel } from "../../../lib/models/format.ts";
import { PLAIN_DECISION } from "../../../lib/models/judging.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import { readInk } from "../../../lib/reading/read-ink.ts";
import { trainedTiny } from "../models/tiny.ts";

it("keeps no tensor of ten thousand readings", async () => {
	await startBackend();
	const { json, bin } = serialiseModel({ ...trainedTiny(), decision: PLAIN_DECISION }, "float16");
	const files = { "model.json": new TextEncoder().encode(json), "weights.bin": bin };
	const model = await loadClassifier(
		"tiny",
		async (path) => files[path.split("/").at(-1) as keyof typeof files].slice().buffer,
	);
	const read = (round: number) =>
		readInk([[[round % 7, 0] as const, [round % 5, 60 + (round % 11)] as const]], model);
	await read(0);
	const { numTensors, numBytes } = tf.memory();
	for (let round = 0; round < 10_000; round++) await read(round);
	expect(tf.memory()).toMatchObject({ numTensors, numBytes });
	model.dispose();
}, 240_000);
