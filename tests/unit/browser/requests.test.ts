import { describe, expect, it } from "vitest";
import type { RequestType } from "../../../lib/browser/messaging.ts";
import { parseRequest } from "../../../lib/browser/requests.ts";
import { encodeGlyph, GLYPH_SIZE } from "../../../lib/glyph.ts";

const glyph = encodeGlyph(new Float32Array(GLYPH_SIZE));
const rect = { x: 1, y: 2, width: 3, height: 4 };

describe("a request", () => {
	it.each<[RequestType, unknown]>([
		["readInk", { strokes: [] }],
		["readInk", { strokes: [[[1, 2]]], model: "digit-lens" }],
		["readGlyph", { glyph }],
		["readPicture", { picture: { kind: "data", url: "data:image/png;base64,AA==" }, id: "a", keepAs: "b" }],
		["readPicture", { picture: { kind: "data", url: "data:image/svg+xml,<svg/>" } }],
		["readPicture", { picture: { kind: "screenshot", rect, viewportWidth: 900 }, digits: 8 }],
		["correctReading", { pastId: "a", text: "12\n-3,5\t×" }],
		["correctReading", { pastId: "a", text: "7", corrections: [{ glyph, digit: "7", read: "1" }] }],
		["lookInside", { glyph }],
		["openFrame", { token: "0123456789abcdef0123456789abcdef" }],
	])("is taken as it is: %s %j", (type, data) => {
		expect(parseRequest(type, data)).toEqual(data);
	});

	it("loses what it must not hold", () => {
		expect(parseRequest("cancelReading", { id: "a", more: 1 })).toEqual({ id: "a" });
	});

	it.each<[RequestType, unknown]>([
		...[null, undefined, 7, "x", []].map((data): [RequestType, unknown] => ["cancelReading", data]),
		["readInk", {}],
		["readInk", { strokes: [[]] }],
		["readInk", { strokes: [null] }],
		["readInk", { strokes: [[["a", "b"]]] }],
		["readInk", { strokes: [[[-1e308, 0]]] }],
		["readInk", { strokes: [[[Number.NaN, 0]]] }],
		["readInk", { strokes: [[[1, 2]]], model: 5 }],
		["readGlyph", { glyph: "x" }],
		["readPicture", { picture: { kind: "nope" } }],
		...[
			"http://127.0.0.1/x.png",
			"https://a.example/x.png",
			"chrome-extension://abc/icon/128.png",
			"moz-extension://abc/icon/128.png",
			"file:///etc/hostname",
			"blob:null/1",
			"data:text/html,x",
			" data:image/png,x",
			"",
		].map((url): [RequestType, unknown] => ["readPicture", { picture: { kind: "data", url } }]),
		["readPicture", { picture: { kind: "address", url: "https://a.example/", part: rect } }],
		["readPicture", { picture: { kind: "screenshot", rect, viewportWidth: 0 } }],
		["readPicture", { picture: { kind: "screenshot", rect: { ...rect, width: 1e9 }, viewportWidth: 9 } }],
		["readPicture", { picture: { kind: "screenshot", rect: {}, viewportWidth: 900 } }],
		...[0, -1, 2.5, 41, "8"].map((digits): [RequestType, unknown] => [
			"readPicture",
			{ picture: { kind: "screenshot", rect, viewportWidth: 900 }, digits },
		]),
		["correctReading", { pastId: "x" }],
		["correctReading", { pastId: "x", text: "<b>" }],
		["correctReading", { pastId: "x", text: "7", corrections: [{ glyph: "x", digit: "7", read: "1" }] }],
		["correctReading", { pastId: "x", text: "7", corrections: [{ glyph, digit: "77", read: "1" }] }],
		["lookInside", { glyph: "zzz" }],
		["openFrame", { token: "*" }],
		["measureModel", { model: "digit-lens", batch: 1e9, rounds: 1 }],
	])("is refused: %s %j", (type, data) => {
		expect(parseRequest(type, data)).toBeNull();
	});
});
