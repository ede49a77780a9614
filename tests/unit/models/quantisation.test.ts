import fc from "fast-check";
import { expect, it } from "vitest";
import { fromHalves, toHalf } from "../../../lib/models/quantisation.ts";

it("half precision agrees with the language's own rounding", () => {
	fc.assert(
		fc.property(fc.float({ noNaN: true, noDefaultInfinity: true, min: -65519, max: 65519 }), (value) => {
			// Math.f16round is newer than the oldest browser that we support, hence our own.
			const { f16round } = Math as unknown as { f16round(value: number): number };
			expect(fromHalves(Uint16Array.of(toHalf(value)))[0]).toBe(f16round(value));
		}),
	);
});

it.each([
	[0, 0],
	[1, 0x3c00],
	[-2, 0xc000],
	[65504, 0x7bff],
	[1e6, 0x7c00],
	[2 ** -24, 1],
])("%f is stored as the bits of IEEE 754", (value, bits) => {
	expect(toHalf(value)).toBe(bits);
});

it("infinite and undefined values are no numbers", () => {
	expect(fromHalves(Uint16Array.of(0x7c00, 0xfc00, 0x7e00))).toEqual(new Float32Array(3).fill(Number.NaN));
});
