import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createSpeedTest } from "../../../../../components/lab/speed/speed-state.ts";

const listed = (...ids: string[]) => signal(ids.map((id) => ({ id, name: id })));

test("every model gets its typical times a digit; one that fails says why and stops no other", async () => {
	const inBatch = [640, 16, 16, 16, 0];
	const speed = createSpeedTest({
		models: listed("a", "broken", "lost"),
		measure: async (model, batch) => {
			if (model === "lost") throw new Error("port closed");
			if (model === "broken") return { ok: false, sentence: "Its weights are broken." };
			return { ok: true, value: { load: 40, batches: batch === 1 ? [9, 0.4, 0.5] : inBatch.splice(0, 1) } };
		},
	});
	const done = speed.run();
	expect(speed.running.value).toBe(true);
	await done;
	expect(speed.running.value).toBe(false);
	expect(speed.speeds.value).toEqual({
		a: { load: 40, alone: 0.5, inBatch: 0.25 },
		broken: { ok: false, sentence: "Its weights are broken." },
		lost: { sentence: "Digit Lens did not answer. Try again." },
	});
});

test("no request is more than one batch, however slow the model is", async () => {
	const asked: (readonly [batch: number, rounds: number])[] = [];
	const speed = createSpeedTest({
		models: listed("a"),
		measure: async (_, batch, rounds) => {
			asked.push([batch, rounds]);
			return { ok: true, value: { load: 1, batches: [1] } };
		},
	});
	await speed.run();
	expect(Math.max(...asked.map(([batch, rounds]) => batch * rounds))).toBe(64);
});

test("a second press while it measures starts nothing", async () => {
	let asked = 0;
	const speed = createSpeedTest({
		models: listed("a"),
		measure: async () => {
			asked++;
			return { ok: true, value: { load: 1, batches: [1] } };
		},
	});
	await Promise.all([speed.run(), speed.run()]);
	expect(asked).toBe(6);
});
