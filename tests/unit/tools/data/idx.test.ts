import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseIdx } from "../../../../tools/data/idx.ts";

const file = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255);

describe("parseIdx", () => {
	it("reads shape and bytes, gzipped or not", () => {
		for (const bytes of [file, new Uint8Array(gzipSync(file))]) {
			const { shape, data } = parseIdx(bytes);
			expect(shape).toEqual([2, 3]);
			expect([...data]).toEqual([1, 2, 3, 4, 5, 255]);
		}
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
