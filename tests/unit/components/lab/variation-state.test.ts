import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { createVariation } from "../../../../components/lab/variation/variation-state.ts";
import { GLYPH_SIZE, type Glyph } from "../../../../lib/glyph.ts";
import { compose } from "../../../../lib/reading/reading.ts";

const line = Float32Array.from({ length: GLYPH_SIZE }, (_, i) => (i % 28 === 14 ? 1 : 0));
const settled = () => new Promise((done) => setTimeout(done));

function begin() {
	const read = vi.fn(async (_model: string, _glyph: Glyph) => compose([]));
	const model = signal("a");
	const glyph = signal<Glyph>(line);
	let seed = 0;
	const state = createVariation({ read }, model, signal([]), glyph, () => (seed = (seed + 0.37) % 1));
	return { read, model, glyph, state };
}

const modelsOf = ({ readings }: ReturnType<typeof begin>["state"]) =>
	readings.flatMap(({ value }) => value?.model ?? []);

test("the answer follows the sliders, of one model or of two", async () => {
	const { read, state } = begin();
	await settled();
	expect(read.mock.lastCall).toEqual(["a", line]);
	expect(state.isVaried.value).toBe(false);

	state.set("right", 2);
	state.beside.value = "b";
	await settled();
	expect(state.isVaried.value).toBe(true);
	expect(modelsOf(state)).toEqual(["a", "b"]);
	const [, seen] = read.mock.lastCall!;
	expect([seen[14], seen[16]]).toEqual([0, 1]);

	state.reset();
	await settled();
	expect(read.mock.lastCall![1]).toEqual(line);
});

test("another digit is varied in the same way, and noise changes only when it is shaken", () => {
	const { glyph, state } = begin();
	state.set("noise", 0.3);
	const first = state.varied.value;
	state.set("noise", 0);
	state.set("noise", 0.3);
	expect(state.varied.value).toEqual(first);
	state.shake();
	expect(state.varied.value).not.toEqual(first);
	glyph.value = new Float32Array(GLYPH_SIZE);
	expect(state.varied.value.some((ink) => ink > 0)).toBe(true);
});

test("a model beside itself is not asked twice", async () => {
	const { model, state } = begin();
	state.beside.value = "b";
	model.value = "b";
	await settled();
	expect(modelsOf(state)).toEqual(["b"]);
});

test("a slow model keeps the other one not waiting, and is asked about the last digit only", async () => {
	const { read, state } = begin();
	let answer = (_: ReturnType<typeof compose>) => {};
	read.mockImplementation((model) =>
		model === "slow"
			? new Promise((resolve) => {
					answer = resolve;
				})
			: Promise.resolve(compose([])),
	);
	state.beside.value = "slow";
	await settled();
	for (let right = 1; right <= 5; right++) {
		state.set("right", right);
		await settled();
	}
	const asked = (model: string) => read.mock.calls.filter(([id]) => id === model);
	expect(asked("a").length).toBeGreaterThan(5);
	expect(asked("slow")).toHaveLength(1);
	answer(compose([]));
	await settled();
	expect(asked("slow")).toHaveLength(2);
	expect(asked("slow")[1]![1]).toEqual(asked("a").at(-1)![1]);
	state.beside.value = null;
	await settled();
	expect(modelsOf(state)).toEqual(["a"]);
});
