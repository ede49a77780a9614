import { expect, it } from "vitest";
import { atOnce, mapInSteps, withRests } from "../../../lib/tasks/steps.ts";

const doubled = (log: number[] = []) =>
	mapInSteps([1, 2, 3], (value, i) => {
		log.push(i);
		return 2 * value;
	});

it("does the same at once and with rests, of which one follows every step", async () => {
	let rests = 0;
	const rest = async () => void rests++;
	expect(atOnce(doubled())).toEqual([2, 4, 6]);
	expect(await withRests(doubled(), {})).toEqual([2, 4, 6]);
	expect(await withRests(doubled(), { rest })).toEqual([2, 4, 6]);
	expect(rests).toBe(3);
});

it("ends at a rest when it is told to, and what it holds is let go", async () => {
	const control = new AbortController();
	const log: number[] = [];
	let isFreed = false;
	function* holding() {
		try {
			return yield* doubled(log);
		} finally {
			isFreed = true;
		}
	}
	const rest = async () => control.abort(new Error("enough"));
	await expect(withRests(holding(), { rest, signal: control.signal })).rejects.toThrow("enough");
	expect([log, isFreed]).toEqual([[0], true]);
});
