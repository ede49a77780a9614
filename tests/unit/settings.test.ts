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
	history: { keep: false, drawings: false },
	corrections: { keep: false },
};

const file = (settings: unknown, rest: object = {}) =>
	JSON.stringify({ program: "digit-lens", version: 1, settings, ...rest });

test("stored settings that lack something or are broken have the usual values", () => {
	expect(mendSettings({ model: "dense-512", pad: { penWidth: 10 } })).toEqual({
		...DEFAULT_SETTINGS,
		model: "dense-512",
		pad: { ...DEFAULT_SETTINGS.pad, penWidth: 10 },
	});
	for (const broken of [null, undefined, {}, { pad: { penWidth: "wide" } }, { panel: null, model: 7 }])
		expect(mendSettings(broken)).toEqual(DEFAULT_SETTINGS);
});

test.each<[string, object]>([
	["a number out of its range", { pad: { ...OTHER.pad, penWidth: 99 } }],
	["a word for a number", { pad: { ...OTHER.pad, penWidth: "7" } }],
	["a group that is none", { pad: null }],
	["a list for a group", { pad: [] }],
	["a group that is missing", { pad: undefined }],
	["no model", { model: null }],
	["what is not known", { theme: "dark" }],
])("of stored settings the others stay beside %s", (_, broken) => {
	const mended = mendSettings({ ...OTHER, ...broken });
	expect(mended).toMatchObject({ panel: OTHER.panel, history: { keep: false, drawings: false } });
	expect(mendSettings(mended)).toEqual(mended);
});

test.each([7, "x", []])(
	"nothing is kept where nobody knows any more what the person wanted: %j",
	(broken) => {
		const kept = { history: { keep: false, drawings: false }, corrections: { keep: false } };
		expect(mendSettings(broken)).toEqual({ ...DEFAULT_SETTINGS, ...kept });
	},
);

test.each([null, [], { keep: "no" }, { keep: 0 }])("nor are corrections: %j", (corrections) => {
	expect(mendSettings({ corrections })).toEqual({ ...DEFAULT_SETTINGS, corrections: { keep: false } });
});

test.each([{ history: null }, { history: [] }, { history: { keep: "no" } }, { history: { keep: 0 } }])(
	"readings are not kept where nobody knows any more what the person wanted: %j",
	(broken) => {
		expect(mendSettings(broken)).toEqual({ ...DEFAULT_SETTINGS, history: { keep: false, drawings: false } });
	},
);

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

	it("names no model that is not here, and says which it was", () => {
		const told: string[] = [];
		const content = writeSettings({ ...OTHER, model: "../../evil" });
		expect(readSettings(content, { onForeignModel: (model) => told.push(model) })).toEqual({
			...OTHER,
			model: DEFAULT_SETTINGS.model,
		});
		expect(told).toEqual(["../../evil"]);
		expect(readSettings(content, { models: new Set(["../../evil"]) }).model).toBe("../../evil");
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
