import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isGzip, parseIdx } from "../../../lib/evaluation/idx.ts";
import { gunzipIfNeeded } from "../../../tools/data/gunzip.ts";

const file = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255);

describe("parseIdx", () => {
	it("reads shape and bytes", () => {
		const { shape, data } = parseIdx(file);
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
		expect(parseIdx(long).shape).toEqual([258]);
	});

	it("says what is wrong with a file that it cannot read", () => {
		expect(() => parseIdx(Uint8Array.of(1, 2, 3, 4))).toThrow("not an idx file");
		expect(() => parseIdx(Uint8Array.of(0, 0, 13, 0))).toThrow("unsigned bytes");
		expect(() => parseIdx(file.subarray(0, 17))).toThrow("cut short");
		expect(() => parseIdx(file.subarray(0, 9))).toThrow("cut short");
	});
});
