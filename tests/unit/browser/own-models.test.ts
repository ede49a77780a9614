import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { storage } from "wxt/utils/storage";
import { ownModels, ownModelsDamaged } from "../../../lib/browser/own-model-list.ts";
import {
	changeOwnInput,
	deleteLostNetworks,
	deleteOwnModel,
	keepOwnModel,
} from "../../../lib/browser/own-models.ts";
import type { StoredModel } from "../../../lib/models/format.ts";
import { PLAIN_DECISION } from "../../../lib/models/judging.ts";
import type { OwnModel } from "../../../lib/models/own-model.ts";

/** What lies in IndexedDB, which only browsers have. */
const networks = vi.hoisted(() => new Map<string, StoredModel>());
vi.mock("../../../lib/browser/own-networks.ts", () => ({
	putNetwork: async (id: string, network: StoredModel) => void networks.set(id, network),
	openOwnModel: async (id: string) => networks.get(id),
	deleteNetwork: async (id: string) => void networks.delete(id),
	keepOnlyNetworks: async (kept: ReadonlySet<string>) => {
		for (const id of networks.keys()) if (!kept.has(id)) networks.delete(id);
	},
}));

/** One after the other, as the browser's locks make them. */
let last: Promise<unknown> = Promise.resolve();
vi.stubGlobal("navigator", {
	locks: {
		request: (_: string, change: () => Promise<unknown>) => {
			const turn = last.then(change);
			last = turn.catch(() => {});
			return turn;
		},
	},
});
afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
	fakeBrowser.reset();
	networks.clear();
});

const UNIT = { range: "0-1", inverted: false, fit: "pad" } as const;
const model = (id: string): OwnModel => ({
	id,
	name: id,
	format: "ONNX",
	guessed: false,
	bytes: 40,
	input: UNIT,
	attempts: [{ convention: UNIT, digits: 500, right: 490 }],
});
const network: StoredModel = {
	network: { id: "n", layers: [] },
	weights: new Map(),
	decision: PLAIN_DECISION,
	input: UNIT,
};
const listed = async () => (await ownModels.getValue()).map(({ id }) => id);

describe("an imported model", () => {
	it("is kept, changed, deleted and put back with its network", async () => {
		await keepOwnModel(model("own-1"), network);
		await keepOwnModel(model("own-2"), network);
		const inverted = { ...UNIT, inverted: true };
		await changeOwnInput("own-1", inverted);
		expect((await ownModels.getValue())[0].input).toEqual(inverted);
		expect(networks.get("own-1")).toMatchObject({ input: inverted });
		const putBack = await deleteOwnModel(model("own-1"));
		expect([await listed(), [...networks.keys()]]).toEqual([["own-2"], ["own-2"]]);
		await putBack();
		expect([await listed(), [...networks.keys()]]).toEqual([
			["own-2", "own-1"],
			["own-2", "own-1"],
		]);
	});

	it("leaves nothing where the list has no room for it", async () => {
		vi.spyOn(storage, "setItem").mockRejectedValueOnce(new Error("full"));
		await expect(keepOwnModel(model("own-1"), network)).rejects.toThrow("full");
		expect([await listed(), networks.size]).toEqual([[], 0]);
	});
});

describe("a network that no list names", () => {
	it("is deleted, and no other", async () => {
		await keepOwnModel(model("own-1"), network);
		networks.set("own-lost", network);
		await deleteLostNetworks();
		expect([...networks.keys()]).toEqual(["own-1"]);
	});

	it("is not one that a page is keeping at this moment", async () => {
		let write = () => {};
		vi.spyOn(storage, "setItem").mockImplementationOnce(
			(key, value) =>
				new Promise((done) => {
					write = () => void storage.setItem(key, value).then(done);
				}),
		);
		const keeping = keepOwnModel(model("own-1"), network);
		const deleting = deleteLostNetworks();
		await vi.waitUntil(() => networks.has("own-1"));
		// The list is written only after both have begun.
		await new Promise((done) => setTimeout(done));
		write();
		await Promise.all([keeping, deleting]);
		expect([await listed(), [...networks.keys()]]).toEqual([["own-1"], ["own-1"]]);
	});
});

describe("an entry that cannot be read", () => {
	it.each([
		["broken", [{ ...model("own-1"), bytes: "many" }, model("own-2")], ["own-2"]],
		["none at all", [null, model("own-2")], ["own-2"]],
		["in a list that is none", { 0: model("own-1") }, []],
	])("is told until the list changes, and its network stays as long: %s", async (_, left, sound) => {
		await storage.setItem("local:ownModels", left);
		for (const id of ["own-1", "own-2"]) networks.set(id, network);
		const seen: boolean[] = [];
		ownModelsDamaged.watch((damaged) => seen.push(damaged));
		expect([await listed(), await ownModelsDamaged.getValue()]).toEqual([sound, true]);
		await deleteLostNetworks();
		expect(networks.size).toBe(2);

		await keepOwnModel(model("own-3"), network);
		expect([await ownModelsDamaged.getValue(), seen]).toEqual([false, [false]]);
		await deleteLostNetworks();
		expect([...networks.keys()]).toEqual([...sound, "own-3"]);
	});

	it("is not told where nothing was ever kept, or where a model is listed twice", async () => {
		expect(await ownModelsDamaged.getValue()).toBe(false);
		await storage.setItem("local:ownModels", [model("own-1"), model("own-1")]);
		expect([await listed(), await ownModelsDamaged.getValue()]).toEqual([["own-1"], false]);
	});
});
