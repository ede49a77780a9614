import { sentenceOf } from "../../lib/browser/language.ts";
import type { Data } from "../../lib/browser/messaging.ts";
import { GLYPH_SIZE } from "../../lib/glyph.ts";
import type { ModelSpeed, Outcome } from "../../lib/protocol.ts";
import type { Engine } from "./engine.ts";

/** Browsers tell the time in steps of up to a millisecond (Firefox): so much of it makes a figure. Milliseconds. */
const LEAST = 10;

/** Measures models where they work. `engine` loads them, `now` tells the time in milliseconds. */
export function createSpeed({ engine, now }: { engine: Pick<Engine, "model">; now: () => number }) {
	return async ({ model, batch, rounds }: Data<"measureModel">): Promise<Outcome<ModelSpeed>> => {
		const glyphs = Array.from({ length: batch }, () => new Float32Array(GLYPH_SIZE).fill(0.5));
		const start = now();
		try {
			const { classify } = await engine.model(model);
			await classify(glyphs.slice(0, 1));
			const load = now() - start;
			const batches: number[] = [];
			for (let round = 0; round < rounds; round++) {
				const from = now();
				let spent = 0;
				let runs = 0;
				while (spent < LEAST) {
					await classify(glyphs);
					runs++;
					spent = now() - from;
				}
				batches.push(spent / runs);
			}
			return { ok: true, value: { load, batches } };
		} catch (error) {
			return { ok: false, sentence: sentenceOf(error) };
		}
	};
}
