import { expect, it, vi } from "vitest";
import { createSpeed } from "../../../entrypoints/background/speed.ts";
import type { Classify } from "../../../lib/models/verdict.ts";

it("times the loading with the first digit, and every batch of the size asked for", async () => {
	let clock = 0;
	const sizes: number[] = [];
	const classify: Classify = async (glyphs) => {
		sizes.push(glyphs.length);
		clock += glyphs.length;
		return [];
	};
	const load = vi.fn(async () => {
		clock += 100;
		return { classify };
	});
	const measure = createSpeed({ engine: { model: load }, now: () => clock });
	expect(await measure({ model: "dense-512", batch: 64, rounds: 3 })).toEqual({
		ok: true,
		value: { load: 101, batches: [64, 64, 64] },
	});
	expect(load).toHaveBeenCalledExactlyOnceWith("dense-512");
	expect(sizes).toEqual([1, 64, 64, 64]);
});

it("times what is shorter than the steps of the clock", async () => {
	let time = 0;
	const classify: Classify = async () => {
		time += 0.4;
		return [];
	};
	const measure = createSpeed({ engine: { model: async () => ({ classify }) }, now: () => Math.floor(time) });
	const answer = await measure({ model: "dense-512", batch: 1, rounds: 5 });
	for (const each of answer.ok ? answer.value.batches : [0]) expect(each).toBeCloseTo(0.4, 1);
});

it("says why a model cannot be measured", async () => {
	const measure = createSpeed({
		engine: { model: () => Promise.reject(new Error("The model x cannot be used.")) },
		now: () => 0,
	});
	expect(await measure({ model: "x", batch: 1, rounds: 1 })).toEqual({
		ok: false,
		sentence: "The model x cannot be used.",
	});
});
