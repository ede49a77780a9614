import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageSizes } from "../../../../tools/bench/sizes.ts";

let build: string;

beforeAll(async () => {
	build = await mkdtemp(join(tmpdir(), "sizes-"));
	await mkdir(join(build, "models/dense-512"), { recursive: true });
	const files = {
		"models/dense-512/weights.bin": 5000,
		"models/dense-512/model.json": 300,
		"models/digits.json": 40,
		"background.js": 1000,
		"picker.js": 200,
		"backend.wasm": 2000,
		"popup.html": 100,
	};
	for (const [path, size] of Object.entries(files)) await writeFile(join(build, path), "a".repeat(size));
});
afterAll(() => rm(build, { recursive: true }));

it("adds up the files of every part", async () => {
	const sizes = await packageSizes(build);
	expect(Object.fromEntries(sizes.map(({ part, bytes }) => [part, bytes]))).toEqual({
		"model dense-512": 5300,
		"what all models share": 40,
		background: 1000,
		picker: 200,
		WebAssembly: 2000,
		pages: 100,
	});
	for (const { bytes, zipped } of sizes) expect(zipped).toBeLessThan(bytes);
});
