import { expect, it, vi } from "vitest";
import { createEngine, type EngineEffects } from "../../../entrypoints/background/engine.ts";
import type { Classify } from "../../../lib/models/verdict.ts";

const saying =
	(digit: number): Classify =>
	async (glyphs) =>
		glyphs.map(() => ({ probabilities: Float32Array.from({ length: 10 }, (_, d) => +(d === digit)) }));

function setUp(effects: Partial<EngineEffects> = {}) {
	const log: string[] = [];
	const state = { chosen: "chosen", trouble: null as string | null };
	const engine = createEngine({
		start: async () => void log.push("start"),
		load: async (id) => {
			log.push(`load ${id}`);
			if (id === "broken") throw new Error("torn weights");
			return { classify: saying(id === "standard" ? 0 : 1) };
		},
		versionOf: async () => "",
		chosen: async () => state.chosen,
		trouble: async (sentence) => {
			state.trouble = sentence;
		},
		fallback: "standard",
		describe: () => ({ backend: "wasm", simd: true, threads: 1, tensors: 4 }),
		...effects,
	});
	return { engine, log, state };
}

const blank = [new Float32Array(784)];

it("starts once and loads each model once", async () => {
	const { engine, log } = setUp();
	await Promise.all([engine.chosenModel(), engine.chosenModel(), engine.model("other")]);
	expect(log.sort()).toEqual(["load chosen", "load other", "start"]);
	const facts = await engine.describe();
	expect(facts.ok && [...facts.value.models].sort()).toEqual(["chosen", "other"]);
});

it("starts anew after a failed start", async () => {
	let starts = 0;
	const { engine } = setUp({
		start: async () => {
			starts++;
			if (starts === 1) throw new Error("no memory");
		},
	});
	await expect(engine.model("chosen")).rejects.toThrow("no memory");
	await expect(engine.model("chosen")).resolves.toHaveProperty("classify");
});

it("follows the choice at once", async () => {
	const { engine, state } = setUp();
	await engine.chosenModel();
	state.chosen = "standard";
	const { classify } = await engine.chosenModel();
	expect((await classify(blank))[0].probabilities[0]).toBe(1);
});

it("reads with the fallback and says so when the chosen model cannot be loaded", async () => {
	const { engine, state } = setUp();
	state.chosen = "broken";
	const { classify, notice } = await engine.chosenModel();
	expect((await classify(blank))[0].probabilities[0]).toBe(1);
	expect(notice).toContain('"broken" could not be loaded');
	expect(state.trouble).toBe(notice);

	state.chosen = "chosen";
	expect((await engine.chosenModel()).notice).toBeUndefined();
	expect(state.trouble).toBeNull();
});

it("refuses a model that was asked for by name and cannot be loaded", async () => {
	await expect(setUp().engine.model("broken")).rejects.toThrow("torn weights");
});

it("runs one batch at a time", async () => {
	let running = 0;
	async function alone<T>(work: () => Promise<T>): Promise<T> {
		running++;
		expect(running).toBe(1);
		await new Promise((done) => setTimeout(done, 1));
		running--;
		return work();
	}
	const { engine } = setUp({
		load: async () => ({
			classify: (glyphs) => alone(() => saying(1)(glyphs)),
			readStrip: () => alone(async () => Float32Array.of(1)),
			classifyInk: () => alone(async () => []),
			secondOpinion: (glyphs) => alone(() => saying(7)(glyphs)),
		}),
	});
	const [a, b] = await Promise.all([engine.model("a"), engine.model("b")]);
	const strip = { width: 28, height: 28, data: blank[0] };
	const all = [
		a.classify(blank),
		b.classify(blank),
		a.readStrip!(strip),
		b.readStrip!(strip),
		b.classifyInk!([]),
		a.secondOpinion!(blank),
		a.classify(blank),
	];
	expect(await Promise.all<unknown>(all)).toHaveLength(7);
});

it("lets the standard model read, with a sentence, once the chosen one was deleted", async () => {
	let version: string | null = "";
	const { engine, state } = setUp({ versionOf: async (id) => (id === "standard" ? "" : version) });
	const before = await engine.chosenModel();
	expect((await before.classify(blank))[0].probabilities[1]).toBe(1);
	version = null;
	const after = await engine.chosenModel();
	expect((await after.classify(blank))[0].probabilities[0]).toBe(1);
	expect(after.notice).toContain("no longer here");
	expect(state.trouble).toBe(after.notice);
});

it("loads a model anew once it was changed, and frees what it was", async () => {
	let version = "0-1";
	let freed = 0;
	const { engine, log } = setUp({
		versionOf: async () => version,
		load: async (id) => {
			log.push(`load ${id}`);
			return { classify: saying(1), dispose: () => void freed++ };
		},
	});
	await engine.chosenModel();
	version = "0-255";
	await engine.chosenModel();
	const { classify } = await engine.chosenModel();
	expect(log.filter((entry) => entry === "load chosen")).toHaveLength(2);
	await classify(blank);
	expect(freed).toBe(1);
});

it("reads although there is no room to say why another model does", async () => {
	const { engine, state } = setUp({ trouble: () => Promise.reject(new Error("QUOTA_BYTES quota exceeded")) });
	vi.spyOn(console, "error").mockImplementation(() => {});
	state.chosen = "broken";
	const { classify, notice } = await engine.chosenModel();
	expect((await classify(blank))[0].probabilities[0]).toBe(1);
	expect(notice).toContain("broken");
});

it("classifies much ink in batches, between which others have their turn", async () => {
	const sizes: number[] = [];
	const slow = async (characters: readonly unknown[]) => {
		sizes.push(characters.length);
		return saying(1)(characters.map(() => blank[0]));
	};
	let time = 0;
	vi.spyOn(performance, "now").mockImplementation(() => (time += 30));
	const { engine } = setUp({ load: async () => ({ classify: slow, classifyInk: slow }) });
	const { classifyInk, classify } = await engine.model("a");
	const many = classifyInk!(Array.from({ length: 200 }, () => [[[0, 0]]] as const));
	const before = await classify(blank).then(() => sizes.length);
	expect(await many).toHaveLength(200);
	expect(sizes.length).toBeGreaterThan(2 * before);
	expect(Math.max(...sizes)).toBeLessThan(10);
});
