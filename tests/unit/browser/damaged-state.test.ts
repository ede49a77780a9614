import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { type StorageItemKey, storage } from "wxt/utils/storage";
import { corrections } from "../../../lib/browser/corrections.ts";
import { takeLabGlyph } from "../../../lib/browser/lab-glyph.ts";
import { networkUse } from "../../../lib/browser/network-use.ts";
import { pendingNotice } from "../../../lib/browser/notice.ts";
import { ownModels } from "../../../lib/browser/own-model-list.ts";
import { pastReadings } from "../../../lib/browser/past-readings.ts";
import { pendingTask } from "../../../lib/browser/pending-task.ts";
import { parseRequest } from "../../../lib/browser/requests.ts";
import { savedPad, savedPicture, savedPixels, savedSurface } from "../../../lib/browser/saved-pad.ts";
import { getSettings, modelTrouble } from "../../../lib/browser/settings.ts";
import { decodeGlyph, encodeGlyph, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { checkOf } from "../../../lib/models/own-model.ts";
import { correctionsToJson } from "../../../lib/reading/corrections-file.ts";
import { draftOf, draftText, editedReading } from "../../../lib/reading/draft.ts";
import { retyped } from "../../../lib/reading/draft-edit.ts";
import { readingsToCsv } from "../../../lib/reading/past-readings-table.ts";
import { displayText, type Reading, tableOf } from "../../../lib/reading/reading.ts";
import { readSettings, writeSettings } from "../../../lib/settings.ts";
import { packHistory } from "../../../lib/stored/packed-history.ts";

beforeEach(() => fakeBrowser.reset());

const glyph = encodeGlyph(new Float32Array(GLYPH_SIZE).fill(1));
const box = { x: 1, y: 2, width: 9, height: 9 };
const digit = (digit: string, more: object) => ({
	digit,
	confidence: 0.9,
	alternatives: [["1", 0.1]],
	box,
	line: 0,
	glyph,
	...more,
});
const reading = {
	text: "72",
	digits: [
		digit("7", { cell: { row: 0, column: 1 }, before: "-" }),
		digit("2", { cell: { row: 1, column: 0 }, after: "%" }),
	],
	rejected: [{ box, reason: "unsure", best: "4", confidence: 0.4, readAs: "+" }],
	turned: 90,
	grid: { rows: 2, columns: 2 },
};
const strokes = [
	[
		[1, 2],
		[3, 4, 0.5],
	],
	[[5, 6]],
] as const;
const ink = packHistory({ now: strokes, past: [[], [strokes[0]]], undone: [[strokes[1]]] });
const picture = { url: "data:image/png;base64,", name: "a.png", id: "p" };
const convention = { range: "0-1", inverted: false, fit: "pad" };

/** Somebody has put the second digit right. */
const { draft } = retyped(draftOf(reading as unknown as Reading), 2, "-4", 2);

/** What pages do with a reading when they show it: it throws nothing, and ends. */
function show(reading: Reading | null): void {
	if (!reading) return;
	displayText(reading);
	draftText(draftOf(reading));
	for (const row of tableOf(reading) ?? []) expect(row.length).toBeLessThanOrEqual(1000);
	for (const { glyph } of reading.digits) decodeGlyph(glyph);
}

/** Everything that is kept: where, as it is kept when all is well, and what is done with it when it is read. */
const KEPT: readonly (readonly [StorageItemKey, unknown, () => Promise<unknown>])[] = [
	[
		"local:settings",
		{
			model: "cnn-3x32",
			pad: { penWidth: 11 },
			panel: { doubtBelow: 0.6 },
			history: { keep: false },
			corrections: { keep: false },
		},
		async () => {
			const settings = await getSettings();
			expect(readSettings(writeSettings(settings), { models: new Set([settings.model]) })).toEqual(settings);
		},
	],
	[
		"local:pastReadings",
		[
			{ id: "a", at: 5, text: "12\n3", title: "t", picture: "" },
			{ id: "b", at: 9, text: "4", title: "", picture: "data:image/png;base64," },
		],
		async () => readingsToCsv(await pastReadings.getValue()),
	],
	[
		"local:corrections",
		{ version: 1, kept: [{ id: "a", reading: "r", at: 5, glyph, digit: "7", read: "1" }] },
		async () => correctionsToJson(await corrections.getValue()),
	],
	[
		"local:ownModels",
		[
			{
				id: "own-1",
				name: "n",
				format: "ONNX",
				guessed: false,
				bytes: 9,
				input: convention,
				attempts: [{ convention, digits: 100, right: 99 }],
			},
		],
		async () => {
			for (const model of await ownModels.getValue()) expect(checkOf(model).share).toBeGreaterThanOrEqual(0);
		},
	],
	[
		"local:networkUse",
		{ images: 3, others: 0 },
		async () => {
			for (const count of Object.values(await networkUse.getValue()))
				expect(Number.isSafeInteger(count)).toBe(true);
		},
	],
	[
		"session:pad",
		{ ink, reading, draft: draft },
		async () => {
			const pad = await savedPad.getValue();
			if (!pad) return;
			show(pad.reading);
			if (pad.reading && pad.draft) editedReading(pad.draft, pad.reading);
			// What stands on the pad can be read, and saved again.
			for (const state of [pad.ink.now, ...pad.ink.past, ...pad.ink.undone]) {
				const sent = state.map((stroke) => stroke.map(([x, y]) => [x, y]));
				expect(parseRequest("readInk", { strokes: sent })).not.toBeNull();
			}
			await savedPad.setValue(pad);
			expect(await savedPad.getValue()).toEqual(pad);
		},
	],
	["session:pixels", { now: glyph, past: [glyph], undone: [glyph] }, savedPixels.getValue],
	[
		"session:picture",
		{
			picture,
			result: { reading, width: 90, height: 30, pastId: "p", notice: "n" },
			draft: draft,
		},
		async () => {
			const { result = null, draft } = (await savedPicture.getValue()) ?? {};
			show(result?.reading ?? null);
			if (result && draft) editedReading(draft, result.reading);
			const { width, height } = result ?? { width: 1, height: 1 };
			expect(Number.isFinite(1 / width) && Number.isFinite(1 / height)).toBe(true);
		},
	],
	["session:surface", "pixels", savedSurface.getValue],
	["session:notice", "A sentence.", pendingNotice.getValue],
	["session:modelTrouble", "A sentence.", modelTrouble.getValue],
	["session:lab-glyph", Array.from({ length: GLYPH_SIZE }, () => 0.5), takeLabGlyph],
	[
		"session:pendingTask",
		{ id: "i", tabId: 4, url: "https://a.example/", task: { kind: "element", address: "x" }, at: 9 },
		async () => {
			const { tabId = 0, at = 0 } = (await pendingTask.getValue()) ?? {};
			expect(Number.isSafeInteger(tabId) && Number.isFinite(at)).toBe(true);
		},
	],
];

const DAMAGE = [
	undefined,
	null,
	true,
	0,
	-1,
	0.5,
	1e9,
	1e308,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	Number.NEGATIVE_INFINITY,
	"",
	"x",
	"__proto__",
	"constructor",
	"\u0000\ud800",
	"7".repeat(10_000),
	[],
	[[]],
	{},
	JSON.parse('{"__proto__":{"now":5}}'),
	{ length: 1e9 },
	new Date(Number.NaN),
	new Map([["a", 1]]),
];

/** Every place in a value: the keys that lead there. */
function placesIn(value: unknown): string[][] {
	if (typeof value !== "object" || value === null) return [[]];
	return [
		[],
		...Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((rest) => [key, ...rest])),
	];
}

/** The value with another one at a place, or with that place gone. */
function damaged(value: unknown, [key, ...rest]: readonly string[], damage: unknown): unknown {
	if (key === undefined) return damage;
	const copy = structuredClone(value) as Record<string, unknown>;
	copy[key] = damaged(copy[key], rest, damage);
	if (rest.length === 0 && damage === undefined && !Array.isArray(copy)) delete copy[key];
	return copy;
}

describe.each(KEPT)("%s", (key, kept, use) => {
	it("is taken as it was left", async () => {
		await storage.setItem(key, kept);
		await use();
	});

	it("is taken for what is sound in it, whatever it has become", async () => {
		const change = fc.record({
			place: fc.constantFrom(...placesIn(kept)),
			damage: fc.oneof(fc.constantFrom(...DAMAGE), fc.jsonValue()),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
				let left = kept;
				for (const { place, damage } of changes)
					if (placesIn(left).some((other) => other.join() === place.join()))
						left = damaged(left, place, damage);
				fakeBrowser.reset();
				await storage.setItem(key, left);
				await use();
			}),
			{ numRuns: 300 },
		);
	});
});

it("keeps no readings in spite of any damage, unless nothing is left that could tell", async () => {
	const settings = { model: "cnn-3x32", pad: { penWidth: 11 }, panel: {}, history: { keep: false } };
	for (const place of placesIn(settings))
		for (const damage of DAMAGE) {
			const left = damaged(settings, place, damage);
			await storage.setItem("local:settings", left);
			const isTold = damage === true && place.at(-1) === "keep";
			expect((await getSettings()).history.keep).toBe(isTold || isSilent(left));
		}
});

/** Whether settings, or what stands there, say nothing of what is kept. What JSON does not know comes back as null. */
const isSilent = (left: unknown) =>
	left === null ||
	left === undefined ||
	(typeof left === "number" && !Number.isFinite(left)) ||
	(typeof left === "object" && !Array.isArray(left) && (left as { history?: unknown }).history === undefined);
