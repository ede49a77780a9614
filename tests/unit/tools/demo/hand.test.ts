import { describe, expect, it } from "vitest";
import { inkBounds } from "../../../../lib/ink/stroke.ts";
import { writeDigits } from "../../../../tools/demo/hand.ts";

describe("writing digits", () => {
	it("is the same again for the same seed, and no two digits are alike", () => {
		expect(writeDigits("77", { height: 100, seed: 1 })).toEqual(writeDigits("77", { height: 100, seed: 1 }));
		const [first, second] = writeDigits("77", { height: 100, seed: 1 });
		expect(inkBounds([first!]).height).not.toBeCloseTo(inkBounds([second!]).height, 3);
	});

	it("puts digits side by side and lines below one another", () => {
		const one = writeDigits("1", { height: 100, seed: 2 });
		const seventeen = writeDigits("17", { height: 100, seed: 2 });
		expect(seventeen.slice(0, one.length)).toEqual(one);
		const [above, below] = writeDigits("1\n1", { height: 100, seed: 3 }).map((stroke) => inkBounds([stroke]));
		expect(below!.y).toBeGreaterThan(above!.y + above!.height);
	});

	it("lets digits touch with a negative gap", () => {
		const [left, right] = writeDigits("00", { height: 100, seed: 4, gap: -0.1 }).map((stroke) =>
			inkBounds([stroke]),
		);
		expect(right!.x).toBeLessThan(left!.x + left!.width);
	});

	it("writes nothing but digits", () => {
		expect(() => writeDigits("1a", { height: 100, seed: 1 })).toThrow('"a" is not a digit.');
	});
});
