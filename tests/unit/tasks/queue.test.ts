import { expect, it } from "vitest";
import { createQueue } from "../../../lib/tasks/queue.ts";

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

it("runs one task at a time, in order, whatever they take", async () => {
	const inTurn = createQueue();
	const log: string[] = [];
	const task = (name: string, ms: number) => async () => {
		log.push(`${name} begins`);
		await wait(ms);
		log.push(`${name} ends`);
	};
	await Promise.all([inTurn(task("slow", 10)), inTurn(task("quick", 0))]);
	expect(log).toEqual(["slow begins", "slow ends", "quick begins", "quick ends"]);
});

it("goes on after a task that failed", async () => {
	const inTurn = createQueue();
	const failed = inTurn(async () => {
		throw new Error("broken");
	});
	const next = inTurn(async () => "next");
	await expect(failed).rejects.toThrow("broken");
	expect(await next).toBe("next");
});
