import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { storage } from "wxt/utils/storage";
import { correctReading } from "../../../entrypoints/background/memory.ts";
import {
	corrections,
	correctionsOf,
	forgetCorrection,
	forgetCorrections,
	MOST_CORRECTIONS,
	rememberCorrections,
} from "../../../lib/browser/corrections.ts";
import { changeSettings } from "../../../lib/browser/settings.ts";
import { encodeGlyph, GLYPH_SIZE } from "../../../lib/glyph.ts";

beforeEach(() => fakeBrowser.reset());

const glyph = (ink: number) => encodeGlyph(new Float32Array(GLYPH_SIZE).fill(ink / 255));
const right = (digit: string, ink: number) => ({ glyph: glyph(ink), digit, read: "1" });
const kept = async () => (await corrections.getValue()).map(({ reading, digit }) => `${reading}: ${digit}`);

describe("corrections", () => {
	it("of a reading are those that stand in it now", async () => {
		await correctionsOf("a", [right("7", 1)]);
		await correctionsOf("b", [right("2", 2)]);
		const [first] = (await corrections.getValue()).filter(({ reading }) => reading === "a");
		await correctionsOf("a", [right("4", 1), right("9", 3)]);
		expect((await kept()).toSorted()).toEqual(["a: 4", "a: 9", "b: 2"]);
		expect((await corrections.getValue()).find(({ digit }) => digit === "4")).toMatchObject({
			id: first!.id,
			at: first!.at,
		});
		await correctionsOf("a", []);
		expect(await kept()).toEqual(["b: 2"]);
	});

	it("of the same glyph are one: what is said last", async () => {
		await correctionsOf("a", [right("7", 1)]);
		await correctionsOf("b", [right("4", 1)]);
		expect(await kept()).toEqual(["b: 4"]);
	});

	it("are deleted one by one or all at once, and come back", async () => {
		await correctionsOf("a", [right("7", 1), right("4", 2)]);
		const all = await corrections.getValue();
		await forgetCorrection(all[0]!.id);
		expect(await corrections.getValue()).toEqual([all[1]]);
		await rememberCorrections(all[0]!);
		expect(await corrections.getValue()).toHaveLength(2);
		await forgetCorrections();
		expect(await kept()).toEqual([]);
		await rememberCorrections(...all);
		expect(await corrections.getValue()).toEqual(all);
	});

	it("are so many, and the newest of them", async () => {
		const old = Array.from({ length: MOST_CORRECTIONS }, (_, i) => ({
			...right("7", 1),
			id: `old ${i}`,
			reading: `${i}`,
			at: i,
		}));
		await storage.setItem("local:corrections", { version: 1, kept: old.toReversed() });
		await correctionsOf("new", [right("4", 2)]);
		const now = await corrections.getValue();
		expect(now).toHaveLength(MOST_CORRECTIONS);
		expect(now[0]!.reading).toBe("new");
		expect(now.at(-1)!.id).toBe("old 1");
	});

	it("that change nothing are not written", async () => {
		await correctionsOf("a", []);
		expect(await storage.getItem("local:corrections")).toBeNull();
	});
});

describe("a request to correct a reading", () => {
	const ask = (sender: object) =>
		correctReading({ pastId: "p", text: "7", corrections: [right("7", 1)] }, sender);
	const frame = { tab: { id: 1, incognito: false }, frameId: 3, url: "about:srcdoc" };

	it("keeps what was put right in a frame or a page of the extension", async () => {
		expect(await ask(frame)).toMatchObject({ ok: true });
		expect(await kept()).toEqual(["p: 7"]);
	});

	it.each<[string, object]>([
		["by a script in a page", { ...frame, frameId: 0, url: "https://example.org/" }],
		["in a private window", { ...frame, tab: { id: 1, incognito: true } }],
	])("keeps nothing that is asked %s", async (_, sender) => {
		await ask(sender);
		expect(await storage.getItem("local:corrections")).toBeNull();
	});

	it("keeps nothing where that is switched off", async () => {
		await changeSettings((settings) => ({ ...settings, corrections: { keep: false } }));
		await ask(frame);
		expect(await storage.getItem("local:corrections")).toBeNull();
	});
});
