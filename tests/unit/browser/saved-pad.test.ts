import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { type StorageItemKey, storage } from "wxt/utils/storage";
import { networkUse } from "../../../lib/browser/network-use.ts";
import { pendingNotice } from "../../../lib/browser/notice.ts";
import {
	savedPad,
	savedPicture,
	savedPixels,
	savedSurface,
	savePicture,
} from "../../../lib/browser/saved-pad.ts";
import { modelTrouble } from "../../../lib/browser/settings.ts";
import type { Stored } from "../../../lib/browser/stored.ts";
import { encodeGlyph, GLYPH_SIZE } from "../../../lib/glyph.ts";
import { EMPTY_INK } from "../../../lib/ink/history.ts";
import type { Reading } from "../../../lib/reading/reading.ts";
import { begin } from "../../../lib/undo-history.ts";

beforeEach(() => fakeBrowser.reset());

const stroke = [
	[1, 2],
	[3, 4, 0.5],
];
const ink = { ...EMPTY_INK, now: [stroke] };
const glyph = encodeGlyph(new Float32Array(GLYPH_SIZE).fill(1));
const box = { x: 0, y: 0, width: 9, height: 9 };
const reading: Reading = {
	text: "7",
	digits: [{ digit: "7", confidence: 0.9, alternatives: [["1", 0.1]], box, line: 0, glyph }],
	rejected: [{ box, reason: "unsure", best: "4", confidence: 0.4 }],
};
const picture = { url: "data:image/png;base64,", name: "a.png", id: "p" };
const result = { reading, width: 90, height: 30, pastId: "p" };

it("brings back what the popup left", async () => {
	await savedPad.setValue({ ink: ink as never, reading });
	expect(await savedPad.getValue()).toEqual({ ink, reading });
	await savedPixels.setValue(begin(glyph));
	expect(await savedPixels.getValue()).toEqual(begin(glyph));
	await savePicture({ picture, result });
	expect(await savedPicture.getValue()).toEqual({ picture, result });
	await savePicture({ picture, result: null });
	expect(await savedPicture.getValue()).toEqual({ picture, result: null });
});

it("saves no picture that leaves no room for the rest", async () => {
	await savePicture({ picture, result });
	expect(
		await savePicture({ picture: { ...picture, url: `data:image/png,${"A".repeat(9e6)}` }, result }),
	).toBe(false);
	expect(await savedPicture.getValue()).toBeNull();
});

it.each<[string, StorageItemKey, Stored<unknown>, unknown, unknown]>([
	["a pad without its past", "session:pad", savedPad, { ink: { now: [stroke] }, reading }, { ink, reading }],
	[
		"a pad of another shape",
		"session:pad",
		savedPad,
		{ strokes: [stroke] },
		{ ink: EMPTY_INK, reading: null },
	],
	["a pad that is a word", "session:pad", savedPad, "x", null],
	["half a reading", "session:pad", savedPad, { ink, reading: { text: "1" } }, { ink, reading: null }],
	[
		"a digit without its glyph",
		"session:pad",
		savedPad,
		{ ink, reading: { ...reading, digits: [{ ...reading.digits[0], glyph: "x" }] } },
		{ ink, reading: null },
	],
	["pixels that are none", "session:pixels", savedPixels, { now: "x", past: [], undone: [] }, null],
	["pixels without a past", "session:pixels", savedPixels, { now: glyph }, begin(glyph)],
	[
		"broken pixels in the past",
		"session:pixels",
		savedPixels,
		{ ...begin(glyph), past: ["", glyph] },
		{ ...begin(glyph), past: [glyph] },
	],
	["a picture without a result", "session:picture", savedPicture, { picture }, { picture, result: null }],
	[
		"a picture with half a result",
		"session:picture",
		savedPicture,
		{ picture, result: {} },
		{ picture, result: null },
	],
	[
		"a picture of the web",
		"session:picture",
		savedPicture,
		{ picture: { ...picture, url: "http://a" }, result },
		null,
	],
	["another surface", "session:surface", savedSurface, "voice", "ink"],
	["an object for a sentence", "session:notice", pendingNotice, { a: 1 }, null],
	["a number for a sentence", "session:modelTrouble", modelTrouble, 5, null],
	["a word for counts", "local:networkUse", networkUse, "x", { images: 0, others: 0 }],
	["one count", "local:networkUse", networkUse, { images: 3 }, { images: 3, others: 0 }],
	["odd counts", "local:networkUse", networkUse, { images: null, others: -0.5 }, { images: 0, others: 0 }],
])("takes what is sound of %s", async (_, key, item, left, read) => {
	await storage.setItem(key, left);
	expect(await item.getValue()).toEqual(read);
});
