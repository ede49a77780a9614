import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import {
	createOwnModels,
	type OwnModelsEffects,
} from "../../../../components/own-models/own-models-state.ts";
import type { TriedModel } from "../../../../lib/models/formats/import-model.ts";
import { PLAIN_DECISION } from "../../../../lib/models/judging.ts";
import type { OwnModel } from "../../../../lib/models/own-model.ts";
import { userError } from "../../../../lib/user-error.ts";

const UNIT = { range: "0-1", inverted: false, fit: "pad" } as const;
const tried: TriedModel = {
	format: "ONNX",
	guessed: false,
	inputShape: [null, 28, 28, 1],
	trained: { network: { id: "n", layers: [] }, weights: new Map([["w", new Float32Array(10)]]) },
	decision: PLAIN_DECISION,
	attempts: [{ convention: UNIT, digits: 500, right: 490, loss: 0.1 }],
};
const file = (path: string) => ({ path, file: new Blob(["x"]) });

function begin(effects: Partial<OwnModelsEffects> = {}) {
	const models = signal<readonly OwnModel[]>([]);
	const imported: string[] = [];
	const own = createOwnModels({
		models,
		importFiles: async (files, onModel) => {
			for (const { name } of files) await onModel(name, async () => tried);
		},
		exportModel: async () => new Blob(),
		saveFile: () => {},
		keep: async (model) => {
			models.value = [...models.value, model];
		},
		remove: async (model) => {
			const before = models.value;
			models.value = before.filter(({ id }) => id !== model.id);
			return async () => {
				models.value = before;
			};
		},
		changeInput: async () => {},
		onImported: ({ name }) => imported.push(name),
		...effects,
	});
	return { own, models, imported };
}

test("every model among files is kept under a name of its own, with what it reads", async () => {
	const { own, models, imported } = begin();
	await own.importChosen([file("a/digits.onnx"), file("b/digits.onnx"), file("lenet/model.json")]);
	expect(models.value.map(({ name }) => name)).toEqual(["digits", "digits 2", "lenet"]);
	expect(imported).toEqual(["digits", "digits 2", "lenet"]);
	expect(models.value[0]).toMatchObject({ format: "ONNX", bytes: 40, input: UNIT });
	expect(own.outcomes.value[0]).toEqual({ ok: true, sentence: "digits reads 98 % of known digits." });
	expect(own.reading.value).toBeNull();
});

test("one that is refused, or finds no room, is told and leaves nothing; the others go on", async () => {
	const { own, models, imported } = begin({
		importFiles: async (files, onModel) => {
			for (const { name } of files)
				await onModel(name, async () => {
					if (name === "broken.h5") throw userError("error.import.empty");
					return tried;
				});
		},
		keep: async ({ name }) => {
			if (name === "large") throw userError("error.import.noRoom");
			models.value = [{ name } as OwnModel];
		},
	});
	await own.importChosen([file("broken.h5"), file("large.onnx"), file("good.onnx")]);
	expect(own.outcomes.value.map(({ ok }) => ok)).toEqual([false, false, true]);
	expect(own.outcomes.value[0].sentence).toBe("broken.h5: The file is empty.");
	expect(own.outcomes.value[1].sentence).toContain("no room left");
	expect(imported).toEqual(["good"]);
});

test("more bytes than any model has are refused before they are read", async () => {
	const { own, models } = begin();
	await own.importChosen([{ path: "huge.h5", file: { size: 1e12 } as Blob }]);
	expect(own.outcomes.value).toMatchObject([{ ok: false }]);
	expect(models.value).toEqual([]);
});

test("an empty folder is told, and what was told before goes", async () => {
	const { own } = begin();
	await own.importChosen([file("a.onnx")]);
	await own.importChosen([]);
	expect(own.outcomes.value).toEqual([
		{ ok: false, sentence: expect.stringContaining("There is no file in it.") },
	]);
});

test("a deleted model comes back until something else happens", async () => {
	const { own, models } = begin();
	await own.importChosen([file("a.onnx")]);
	await own.remove(models.value[0]);
	expect([models.value.length, own.deleted.value?.name]).toEqual([0, "a"]);
	await own.undo();
	expect([models.value.length, own.deleted.value]).toEqual([1, null]);
	await own.remove(models.value[0]);
	await own.importChosen([file("b.onnx")]);
	expect(own.deleted.value).toBeNull();
	await own.undo();
	expect(models.value.map(({ name }) => name)).toEqual(["b"]);
});

test("while one is read nothing else is", async () => {
	let go = () => {};
	const { own, models } = begin({
		importFiles: async (_, onModel) => {
			await new Promise<void>((done) => {
				go = done;
			});
			await onModel("a.onnx", async () => tried);
		},
	});
	const first = own.importChosen([file("a.onnx")]);
	await Promise.resolve();
	await own.importChosen([file("b.onnx")]);
	await new Promise((done) => setTimeout(done));
	go();
	await first;
	expect(models.value.map(({ name }) => name)).toEqual(["a"]);
});
