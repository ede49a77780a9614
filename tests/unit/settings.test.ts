import { describe, expect, it, test } from "vitest";
import {
	DEFAULT_SETTINGS,
	mendSettings,
	readSettings,
	type Settings,
	writeSettings,
} from "../../lib/settings.ts";
import { saidBy } from "./said-by.ts";

const OTHER: Settings = {
	...DEFAULT_SETTINGS,
	model: "dense-512",
	pad: { ...DEFAULT_SETTINGS.pad, penWidth: 10, leftHanded: true, clearAfter: 5, live: false },
	panel: { ...DEFAULT_SETTINGS.panel, separators: false },
	history: { keep: false },
};

const file = (settings: unknown, rest: object = {}) =>
	JSON.stringify({ program: "digit-lens", version: 1, settings, ...rest });

test("stored settings that lack something or are broken have the usual values", () => {
	expect(mendSettings({ model: "dense-512", pad: { penWidth: 10 } })).toEqual({
		...DEFAULT_SETTINGS,
		model: "dense-512",
		pad: { ...DEFAULT_SETTINGS.pad, penWidth: 10 },
	});
	for (const broken of [null, 7, { pad: { penWidth: "wide" } }])
		expect(mendSettings(broken)).toEqual(DEFAULT_SETTINGS);
});

describe("a file of settings", () => {
	it("brings back what was written", () => {
		expect(readSettings(writeSettings(OTHER))).toEqual(OTHER);
	});

	it("may leave out what is as usual, and may hold what is not known", () => {
		const partial = file({ pad: { penWidth: 10, colour: "red" } });
		expect(readSettings(partial)).toEqual({
			...DEFAULT_SETTINGS,
			pad: { ...DEFAULT_SETTINGS.pad, penWidth: 10 },
		});
	});

	it.each([
		["text", "no settings", "not JSON"],
		["half a file", writeSettings(OTHER).slice(0, 60), "cut off"],
		["nothing", "", "not JSON"],
		["a list", "[]", "not written by Digit Lens"],
		["another program's file", file({}, { program: "paint" }), "not written by Digit Lens"],
		["a later version", file({}, { version: 99 }), "another version"],
		["no settings in it", file(null), "settings are missing"],
		["a pen too wide", file({ pad: { penWidth: 99 } }), "“pad.penWidth” must be a number from 3 to 14."],
		["a word for a number", file({ pad: { penWidth: "wide" } }), "“pad.penWidth” must be a number"],
		["a place that is none", file({ panel: { position: "sky" } }), "“panel.position” must be one of: beside"],
		["a number for a group", file({ history: 1 }), "“history” must be a group"],
	])("is refused with a sentence: %s", (_, content, sentence) => {
		expect(saidBy(() => readSettings(content))).toContain(sentence);
	});
});
