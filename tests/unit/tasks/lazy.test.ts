import { expect, it } from "vitest";
import { lazy } from "../../../lib/tasks/lazy.ts";

it("makes its thing once, also for those who ask meanwhile", async () => {
	let made = 0;
	const get = lazy(async () => ++made);
	expect(await Promise.all([get(), get()])).toEqual([1, 1]);
	expect(await get()).toBe(1);
});

it("tries anew after a failure", async () => {
	let tried = 0;
	const get = lazy(async () => {
		tried++;
		if (tried === 1) throw new Error("not yet");
		return tried;
	});
	await expect(get()).rejects.toThrow("not yet");
	expect(await get()).toBe(2);
});
