import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isGzip, parseIdx } from "../../../lib/evaluation/idx.ts";
import { gunzipIfNeeded } from "../../../tools/data/gunzip.ts";
import { saidBy } from "../said-by.ts";

/** The header of an array of bytes with these sides, and nothing else. */
function head(...sides: number[]): Uint8Array {
	const bytes = new Uint8Array(4 + 4 * sides.length);
	bytes.set([0, 0, 8, sides.length]);
	for (const [i, side] of sides.entries()) new DataView(bytes.buffer).setUint32(4 + 4 * i, side);
	return bytes;
}

const file = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255);

describe("parseIdx", () => {
	it("reads shape and bytes", () => {
		const { shape, data } = parseIdx(file, "a");
		expect(shape).toEqual([2, 3]);
		expect([...data]).toEqual([1, 2, 3, 4, 5, 255]);
	});

	it("knows a gzipped file, which Node's tools unpack first", () => {
		const packed = new Uint8Array(gzipSync(file));
		expect([isGzip(packed), isGzip(file), isGzip(new Uint8Array(1))]).toEqual([true, false, false]);
		expect([...gunzipIfNeeded(packed)]).toEqual([...file]);
	});

	it("reads a big-endian header", () => {
		const long = new Uint8Array(8 + 258);
		long.set([0, 0, 8, 1, 0, 0, 1, 2]);
		expect(parseIdx(long, "a").shape).toEqual([258]);
	});

	it.each([
		["other bytes", [1, 2, 3, 4], "a is no idx file."],
		["floats", [0, 0, 13, 0], "a holds no unsigned bytes"],
		["half a header", [...file.subarray(0, 9)], "a is cut short"],
		["one byte too few", [...file.subarray(0, 17)], "a is cut short"],
		["four billion pictures of nothing", [...head(0xffffffff, 0, 0)], "a holds pictures without pixels."],
		["five flat pictures", [...head(5, 0, 28)], "a holds pictures without pixels."],
		["more than a number can say", [...head(...Array(255).fill(0xffffffff))], "a is cut short"],
	])("says what is wrong with what it cannot read: %s", (_, bytes, sentence) => {
		expect(saidBy(() => parseIdx(Uint8Array.from(bytes), "a"))).toContain(sentence);
	});

	it("reads a stack of no pictures", () => {
		expect(parseIdx(head(0, 28, 28), "a").data).toHaveLength(0);
	});
});

describe("gunzipIfNeeded", () => {
	it.each([
		["more than is unpacked", gzipSync(new Uint8Array(101)), "more than 1 GB"],
		["half a file", gzipSync(file).subarray(0, 20), "broken or cut short"],
		["a wrong method", Buffer.of(0x1f, 0x8b, 0, 1, 2), "broken or cut short"],
	])("says what is wrong with %s", (_, packed, sentence) => {
		expect(saidBy(() => gunzipIfNeeded(packed, 100))).toContain(sentence);
	});
});
