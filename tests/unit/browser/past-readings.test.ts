import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { rememberReading } from "../../../entrypoints/background/memory.ts";
import {
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
	const tab = { active: true, incognito: false, title: "A page" };
	const popup = { url: fakeBrowser.runtime.getURL("/popup.html") };
	const thumbnail = async () => "data:small";

	it("is the digits, the page and a small picture", async () => {
		await rememberReading("42", pixels, { tab }, undefined, thumbnail);
		expect(await pastReadings.getValue()).toEqual([
			{
				id: expect.any(String),
				at: expect.any(Number),
				text: "42",
				title: "A page",
				picture: "data:small",
			},
		]);
	});

	it("is what the popup wants kept, under its title", async () => {
		await rememberReading("42", pixels, popup, "cheque.png", thumbnail);
		expect(await pastReadings.getValue()).toMatchObject([{ text: "42", title: "cheque.png" }]);
	});

	it("is nothing of private windows, of what a page of ours reads again, without digits, or when it is switched off", async () => {
		await rememberReading("42", pixels, { tab: { ...tab, incognito: true } }, undefined, thumbnail);
		await rememberReading("42", pixels, popup, undefined, thumbnail);
		await rememberReading("", pixels, { tab }, undefined, thumbnail);
		await changeSettings((settings) => ({ ...settings, history: { keep: false } }));
		await rememberReading("42", pixels, { tab }, undefined, thumbnail);
		expect(await ids()).toEqual([]);
	});
});
