import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../../lib/models/backend.ts";
import { withLook } from "../../lib/models/formats/look.ts";
import { GLYPH_INPUT } from "../../lib/models/input.ts";
import { mutated, sentenceFor, wholeFiles } from "../networks/models/formats/mutations.ts";
import { SEED, withSeed } from "./seed.ts";

/** How many model files are broken; MODELS=10000 breaks so many. */
const MODELS = Number(process.env.MODELS ?? 1500);
const MOST_MS = 10_000;
const MOST_BYTES = 1e9;

beforeAll(() => startBackend());

it(withSeed("a broken model is read or gets a sentence, in time and in little memory"), {
	timeout: 1_200_000,
}, () => {
	const whole = wholeFiles();
	const blank = [new Float32Array(784)];
	let most = 0;
	for (let i = 0; i < MODELS; i++) {
		const seed = SEED + i;
		const file = mutated(whole[i % whole.length], seed);
		const begun = performance.now();
		const sentence = sentenceFor([file], ({ networks }) => {
			for (const { trained } of networks.slice(0, 2)) withLook(trained, (look) => look(blank, GLYPH_INPUT));
		});
		expect(performance.now() - begun, `${file.name} broken by seed ${seed}`).toBeLessThan(MOST_MS);
		expect(sentence ?? "It is read.").toMatch(/^\S.*\.$/s);
		most = Math.max(most, process.memoryUsage().rss);
	}
	expect(most).toBeLessThan(MOST_BYTES);
	console.info(`${MODELS} model files, at most ${Math.round(most / 2 ** 20)} MB`);
});
