import { expect, test } from "vitest";
import { inBatches, seldom } from "../../../lib/tasks/batches.ts";

const numbers = [1, 2, 3, 4, 5];
const double = async (batch: readonly number[]) => batch.map((value) => 2 * value);

test("outputs stay in order and progress is told after every batch", async () => {
	const told: number[] = [];
	const outputs = await inBatches(numbers, double, { size: 2, onProgress: (done) => told.push(done) });
	expect(outputs).toEqual([2, 4, 6, 8, 10]);
	expect(told).toEqual([2, 4, 5]);
	expect(await inBatches([], double, { size: 2 })).toEqual([]);
});

test("it ends between two batches when it is told to", async () => {
	const control = new AbortController();
	let batches = 0;
	const work = inBatches(
		numbers,
		async (batch) => {
			batches++;
			control.abort();
			return batch;
		},
		{ size: 2, signal: control.signal },
	);
	await expect(work).rejects.toThrow();
	expect(batches).toBe(1);
});

test("a rest that is asked for often is taken seldom", async () => {
	let time = 0;
	let rests = 0;
	const rest = seldom(
		async () => {
			rests++;
			time += 50;
		},
		20,
		() => time,
	);
	for (let step = 0; step < 100; step++) {
		time += 1;
		await rest();
	}
	expect(rests).toBe(5);
});
