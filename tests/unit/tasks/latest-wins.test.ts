import { expect, test } from "vitest";
import { latestWins } from "../../../lib/tasks/latest-wins.ts";

/** Work that is finished by hand, input by input. */
function slowWork() {
	const begun: number[] = [];
	const finishers: { resolve: () => void; reject: (error: Error) => void }[] = [];
	const results: number[] = [];
	const errors: unknown[] = [];
	const queue = latestWins(
		(input: number) => {
			begun.push(input);
			return new Promise<number>((resolve, reject) => {
				finishers.push({ resolve: () => resolve(input * 10), reject });
			});
		},
		(result) => results.push(result),
		(error) => errors.push(error),
	);
	const settle = () => new Promise((done) => setTimeout(done));
	return {
		queue,
		begun,
		results,
		errors,
		async finish() {
			finishers.shift()!.resolve();
			await settle();
		},
		async fail() {
			finishers.shift()!.reject(new Error("lost"));
			await settle();
		},
	};
}

test("of all that comes in during the work only the newest is worked on next", async () => {
	const { queue, begun, results, finish } = slowWork();
	for (const input of [1, 2, 3, 4]) queue.push(input);
	expect(begun).toEqual([1]);
	await finish();
	expect(begun).toEqual([1, 4]);
	await finish();
	expect(results).toEqual([10, 40]);
});

test("what was cancelled is never delivered, what comes after it is", async () => {
	const { queue, begun, results, finish } = slowWork();
	queue.push(1);
	queue.push(2);
	queue.cancel();
	queue.push(3);
	await finish();
	await finish();
	expect(begun).toEqual([1, 3]);
	expect(results).toEqual([30]);
});

test("a failure is told and does not stop the next", async () => {
	const { queue, results, errors, finish, fail } = slowWork();
	queue.push(1);
	queue.push(2);
	await fail();
	await finish();
	expect(errors).toEqual([new Error("lost")]);
	expect(results).toEqual([20]);
});
