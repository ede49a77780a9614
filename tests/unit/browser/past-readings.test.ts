import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { storage } from "wxt/utils/storage";
import { correctReading, rememberReading } from "../../../entrypoints/background/memory.ts";
import {
	correct,
	forget,
	forgetAll,
	MOST,
	type PastReading,
	pastReadings,
	pin,
	remember,
	rememberApart,
} from "../../../lib/browser/past-readings.ts";
import { changeSettings } from "../../../lib/browser/settings.ts";

beforeEach(() => fakeBrowser.reset());

const reading = (at: number): PastReading => ({ id: `r${at}`, at, text: `${at}`, title: "", picture: "" });
const ids = async () => (await pastReadings.getValue()).map(({ id }) => id);

describe("past readings", () => {
	it("are kept with the newest first, also those that come back", async () => {
		await Promise.all([remember(reading(1)), remember(reading(3)), remember(reading(2))]);
		expect(await ids()).toEqual(["r3", "r2", "r1"]);
		await forget("r2");
		expect(await ids()).toEqual(["r3", "r1"]);
		await remember(reading(2));
		expect(await ids()).toEqual(["r3", "r2", "r1"]);
		await forgetAll();
		expect(await ids()).toEqual([]);
	});

	it("are what a person makes of them, as long as that has a digit", async () => {
		await remember({ ...reading(1), text: "12\n3" }, { ...reading(2), text: "45\n6" });
		const texts = async () => (await pastReadings.getValue()).map(({ text }) => text);
		await correct("r1", "17\n3");
		expect(await texts()).toEqual(["45\n6", "17\n3"]);
		for (const text of ["", "\n", "-"]) await correct("r1", text);
		await correct("unknown", "99\n9");
		expect(await texts()).toEqual(["45\n6", "17\n3"]);
		await correct("r1", "1,75");
		expect(await texts()).toEqual(["45\n6", "1,75"]);
		expect((await pastReadings.getValue())[1]).toMatchObject({ read: "12\n3" });
		await correct("r1", "12\n3");
		expect((await pastReadings.getValue())[1]).not.toHaveProperty("read");
	});

	it("are one where the same picture is read again, as a person has left it", async () => {
		const picture = "data:image/jpeg;base64,AA==";
		await remember({ ...reading(1), picture }, { ...reading(2), picture: `${picture}B` });
		await remember({ ...reading(3), picture });
		expect(await ids()).toEqual(["r3", "r2"]);
		await correct("r3", "77");
		await pin("r3", true);
		await remember({ ...reading(4), picture });
		expect(await ids()).toEqual(["r4", "r2"]);
		expect((await pastReadings.getValue())[0]).toMatchObject({ text: "77", read: "3", isPinned: true });
	});

	it("are kept apart where nobody takes them for one, up to as many as are kept", async () => {
		const picture = "data:image/jpeg;base64,AA==";
		for (let at = 0; at <= MOST; at++) await rememberApart({ ...reading(at), picture });
		expect(await ids()).toHaveLength(MOST);
		expect((await ids())[0]).toBe(`r${MOST}`);
		await rememberApart({ ...reading(MOST), picture });
		expect(await ids()).toHaveLength(MOST);
	});

	it("stay where they are pinned, however many come after and when all others are deleted", async () => {
		await remember(reading(0));
		await pin("r0", true);
		for (let at = 1; at <= MOST + 1; at += 20)
			await remember(...Array.from({ length: 20 }, (_, i) => reading(at + i)));
		expect(await ids()).toHaveLength(MOST + 1);
		expect((await ids()).at(-1)).toBe("r0");
		await forgetAll();
		expect(await ids()).toEqual(["r0"]);
		await pin("r0", false);
		await forgetAll();
		expect(await ids()).toEqual([]);
	});

	it("are kept once, however often they come", async () => {
		await remember(reading(1), reading(2));
		await remember({ ...reading(1), text: "7" });
		expect((await pastReadings.getValue()).map(({ id, text }) => [id, text])).toEqual([
			["r2", "2"],
			["r1", "7"],
		]);
	});

	it.each<[string, unknown]>([
		["nothing", null],
		["without text", { ...reading(9), text: undefined }],
		["with a number for text", { ...reading(9), text: 42 }],
		["without a time", { ...reading(9), at: undefined }],
		["of a time that no clock shows", { ...reading(9), at: 1e300 }],
		["of yesterday in words", { ...reading(9), at: "yesterday" }],
		["that is there already", reading(1)],
	])("are not lost beside one %s, and new ones come", async (_, broken) => {
		await storage.setItem("local:pastReadings", [reading(2), broken, reading(1)]);
		expect(await ids()).toEqual(["r2", "r1"]);
		await remember(reading(3));
		expect(await ids()).toEqual(["r3", "r2", "r1"]);
	});

	it.each([{ 0: reading(1) }, "x", 5, null])("are none in %j, and new ones come", async (left) => {
		await storage.setItem("local:pastReadings", left);
		await remember(reading(3));
		expect(await ids()).toEqual(["r3"]);
	});

	it("show no picture that would have to be fetched, and keep what has no title", async () => {
		const { title: _, ...untitled } = { ...reading(1), picture: "http://127.0.0.1/x.png" };
		await storage.setItem("local:pastReadings", [untitled]);
		expect(await pastReadings.getValue()).toEqual([reading(1)]);
	});

	it("are limited in number", async () => {
		await pastReadings.setValue(Array.from({ length: MOST }, (_, i) => reading(MOST - i)));
		await remember(reading(MOST + 1));
		const kept = await ids();
		expect(kept).toHaveLength(MOST);
		expect(kept[0]).toBe(`r${MOST + 1}`);
		expect(kept).not.toContain("r1");
	});
});

describe("what the background remembers", () => {
	const pixels = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
	const seen = { id: "seen", text: "42", pixels };
	const tab = { active: true, incognito: false, title: "A page" };
	const popup = { url: fakeBrowser.runtime.getURL("/popup.html") };
	const large: string[] = [];
	const made = {
		thumbnail: async () => "data:image/jpeg;small",
		keepLarge: async (id: string) => void large.push(id),
	};

	it("is the digits, the page and a small picture", async () => {
		await rememberReading(seen, { tab }, made);
		expect(await pastReadings.getValue()).toEqual([
			{
				id: "seen",
				at: expect.any(Number),
				text: "42",
				title: "A page",
				picture: "data:image/jpeg;small",
			},
		]);
	});

	it.each([
		["https://user:pass@a.example/form?id=7#top", "https://a.example/form?id=7"],
		["file:///home/x.html", undefined],
		["chrome-extension://abc/x.html", undefined],
		[undefined, undefined],
		[`https://a.example/${"x".repeat(3000)}`, undefined],
	])("is the address of a page of the web: %s", async (url, address) => {
		await rememberReading(seen, { tab: { ...tab, ...(url && { url }) } }, made);
		expect((await pastReadings.getValue())[0]!.address).toBe(address);
	});

	it("has its large picture kept too, but not of what is not kept itself", async () => {
		large.length = 0;
		await rememberReading(seen, { tab }, made);
		await rememberReading({ ...seen, id: "none", text: "" }, { tab }, made);
		expect(large).toEqual(["seen"]);
		const failing = { ...made, keepLarge: () => Promise.reject(new Error("no room")) };
		expect(await rememberReading({ ...seen, id: "b" }, { tab }, failing)).toBe(true);
	});

	it("is what the popup wants kept, under its title", async () => {
		await rememberReading({ ...seen, keepAs: "cheque.png" }, popup, made);
		expect(await pastReadings.getValue()).toMatchObject([{ text: "42", title: "cheque.png" }]);
	});

	it("is nothing of private windows, of what a page of ours reads again, without digits, or when it is switched off", async () => {
		await rememberReading(seen, { tab: { ...tab, incognito: true } }, made);
		await rememberReading(seen, popup, made);
		await rememberReading({ ...seen, text: "" }, { tab }, made);
		await changeSettings((settings) => ({ ...settings, history: { keep: false, drawings: false } }));
		await rememberReading(seen, { tab }, made);
		expect(await ids()).toEqual([]);
	});

	it("is told where there is no room, also of a correction", async () => {
		await rememberReading(seen, { tab }, made);
		const set = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("QUOTA_BYTES"));
		expect(await rememberReading({ ...seen, id: "another" }, { tab }, made)).toBe(false);
		expect(await correctReading({ pastId: "seen", text: "47" }, { tab })).toMatchObject({ ok: false });
		set.mockRestore();
		expect(await correctReading({ pastId: "seen", text: "47" }, { tab })).toMatchObject({ ok: true });
	});

	it("is kept without a picture where none can be made", async () => {
		await rememberReading(
			seen,
			{ tab },
			{
				...made,
				thumbnail: () => Promise.reject(new Error("no canvas")),
			},
		);
		expect(await pastReadings.getValue()).toMatchObject([{ text: "42", picture: "" }]);
	});

	it("is corrected, also before its small picture is made", async () => {
		let finish = (_picture: string) => {};
		const slow = new Promise<string>((resolve) => {
			finish = resolve;
		});
		const kept = rememberReading(seen, { tab }, { ...made, thumbnail: () => slow });
		const corrected = correctReading({ pastId: "seen", text: "47" }, { tab });
		finish("data:image/jpeg;small");
		await kept;
		expect(await corrected).toEqual({ ok: true, value: null });
		expect(await pastReadings.getValue()).toMatchObject([{ text: "47", picture: "data:image/jpeg;small" }]);
	});
});
