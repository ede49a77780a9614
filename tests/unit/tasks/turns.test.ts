import { expect, it } from "vitest";
import { createTurns } from "../../../lib/tasks/turns.ts";

/** A clock by which every step takes long enough for a rest. */
const clock = () => {
	let time = 0;
	return () => (time += 100);
};

/** A work of so many steps that notes each. */
const steps = (name: string, count: number, log: string[]) => async (rest: () => Promise<void>) => {
	for (let step = 1; step <= count; step++) {
		log.push(`${name}${step}`);
		await rest();
	}
	return name;
};

it("lets long works go on side by side, a step at a time", async () => {
	const { inTurns } = createTurns(clock());
	const log: string[] = [];
	const done = await Promise.all(["a", "b", "c"].map((name) => inTurns(steps(name, 3, log))));
	expect(done).toEqual(["a", "b", "c"]);
	expect(log.map((entry) => entry[0]).join("")).toBe("abcabcabc");
});

it("has a task for all else between any two steps, also of different works", async () => {
	const { inTurns } = createTurns(clock());
	const log: string[] = [];
	const works = Promise.all(["a", "b", "c"].map((name) => inTurns(steps(name, 4, log))));
	const between: number[] = [];
	for (let task = 0; task < 8; task++) {
		await new Promise((resolve) => setTimeout(resolve));
		between.push(log.length);
	}
	await works;
	for (const [i, count] of between.entries()) expect(count - (between[i - 1] ?? 0)).toBeLessThanOrEqual(1);
});

it("goes on when a work fails, or ends without a rest", async () => {
	const { inTurns } = createTurns(clock());
	const log: string[] = [];
	const failing = inTurns(async (rest) => {
		await rest();
		throw new Error("torn");
	});
	const others = [inTurns(async () => log.push("short")), inTurns(steps("a", 2, log))];
	await expect(failing).rejects.toThrow("torn");
	await Promise.all(others);
	expect(log).toEqual(["short", "a1", "a2"]);
	expect(await inTurns(async () => "later")).toBe("later");
});

it("does short works before any long one goes on, however many tasks they take", async () => {
	const { inTurns, first } = createTurns(clock());
	const log: string[] = [];
	const long = inTurns(steps("a", 4, log));
	await new Promise((resolve) => setTimeout(resolve));
	const before = log.length;
	await first(async () => {
		for (let task = 0; task < 5; task++) await new Promise((resolve) => setTimeout(resolve));
		log.push("short");
	});
	expect(log.indexOf("short") - before).toBeLessThanOrEqual(1);
	await expect(first(() => Promise.reject(new Error("torn")))).rejects.toThrow("torn");
	await long;
	expect(log).toHaveLength(5);
});
