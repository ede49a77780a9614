import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { correctReading, rememberReading } from "../../../entrypoints/background/memory.ts";
import {
	correct,
	forget,
	forgetAll,
	MOST,
	type PastReading,
	pastReadings,
	remember,
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

	it("are corrected where they have the same digits' places, and nowhere else", async () => {
		await remember({ ...reading(1), text: "12\n3" }, { ...reading(2), text: "45\n6" });
		const texts = async () => (await pastReadings.getValue()).map(({ text }) => text);
		await correct("r1", "17\n3");
		expect(await texts()).toEqual(["45\n6", "17\n3"]);
		for (const text of ["173", "17\n33", "1x\n3", ""]) await correct("r1", text);
		await correct("unknown", "99\n9");
		expect(await texts()).toEqual(["45\n6", "17\n3"]);
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
	const thumbnail = async () => "data:small";

	it("is the digits, the page and a small picture", async () => {
		await rememberReading(seen, { tab }, thumbnail);
		expect(await pastReadings.getValue()).toEqual([
			{
				id: "seen",
				at: expect.any(Number),
				text: "42",
				title: "A page",
				picture: "data:small",
			},
		]);
	});

	it("is what the popup wants kept, under its title", async () => {
		await rememberReading({ ...seen, keepAs: "cheque.png" }, popup, thumbnail);
		expect(await pastReadings.getValue()).toMatchObject([{ text: "42", title: "cheque.png" }]);
	});

	it("is nothing of private windows, of what a page of ours reads again, without digits, or when it is switched off", async () => {
		await rememberReading(seen, { tab: { ...tab, incognito: true } }, thumbnail);
		await rememberReading(seen, popup, thumbnail);
		await rememberReading({ ...seen, text: "" }, { tab }, thumbnail);
		await changeSettings((settings) => ({ ...settings, history: { keep: false } }));
		await rememberReading(seen, { tab }, thumbnail);
		expect(await ids()).toEqual([]);
	});

	it("is corrected, also before its small picture is made", async () => {
		let made = (_picture: string) => {};
		const slow = new Promise<string>((resolve) => {
			made = resolve;
		});
		const kept = rememberReading(seen, { tab }, () => slow);
		const corrected = correctReading({ pastId: "seen", text: "47" });
		made("data:small");
		await kept;
		expect(await corrected).toEqual({ ok: true, value: null });
		expect(await pastReadings.getValue()).toMatchObject([{ text: "47", picture: "data:small" }]);
	});
});
