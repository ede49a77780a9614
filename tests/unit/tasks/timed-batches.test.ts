import { expect, it } from "vitest";
import { timedBatches } from "../../../lib/tasks/timed-batches.ts";

/** Batches on a clock by which every input takes `cost` milliseconds. */
function setUp(cost: number, { first = 8, most = 128 } = {}) {
	let time = 0;
	const sizes: number[] = [];
	const work = async (batch: readonly number[]) => {
		sizes.push(batch.length);
		time += cost * batch.length;
		return batch.map((value) => 2 * value);
	};
	return { sizes, run: timedBatches(work, { milliseconds: 40, first, most, now: () => time }) };
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

it("finds the size that takes the time that others may wait, for slow and for fast work", async () => {
	const slow = setUp(17);
	expect(await slow.run(numbers(60))).toEqual(numbers(60).map((value) => 2 * value));
	expect(slow.sizes.slice(0, 4)).toEqual([8, 4, 2, 2]);
	const fast = setUp(0.6);
	await fast.run(numbers(600));
	expect(Math.max(...fast.sizes)).toBe(66);
	const instant = setUp(0);
	await instant.run(numbers(600));
	expect(Math.max(...instant.sizes)).toBe(128);
});

it("does what fits in one batch without a rest", async () => {
	const { run, sizes } = setUp(1);
	let rests = 0;
	const rest = async () => void rests++;
	expect(await run([], { rest })).toEqual([]);
	await run(numbers(8), { rest });
	expect([sizes, rests]).toEqual([[8], 0]);
	await run(numbers(40), { rest });
	expect(rests).toBeGreaterThan(1);
});

it("ends between two batches", async () => {
	const { run, sizes } = setUp(17);
	const control = new AbortController();
	const rest = async () => control.abort();
	await expect(run(numbers(60), { rest, signal: control.signal })).rejects.toThrow();
	expect(sizes).toEqual([8]);
});
