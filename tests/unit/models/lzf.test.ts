import { expect, it } from "vitest";
import { unpackLzf } from "../../../lib/models/formats/lzf.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const letters = (word: string) => new TextEncoder().encode(word);

it("copies runs, and what came before, even what it is about to write", () => {
	// "abc" as it is; 3 bytes from 3 before; 9 bytes from 1 before.
	const packed = Uint8Array.from([2, ...letters("abc"), 0b001_00000, 2, 0b111_00000, 0, 0]);
	expect(text(unpackLzf(packed, 15))).toBe("abcabcccccccccc");
});

it("refuses what refers to before the beginning", () => {
	expect(() => unpackLzf(Uint8Array.from([0, 65, 0b001_00000, 7]), 9)).toThrow("LZF");
});
