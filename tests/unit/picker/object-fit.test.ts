import { describe, expect, it } from "vitest";
import { fitPicture } from "../../../entrypoints/picker/object-fit.ts";

const content = { x: 10, y: 20, width: 200, height: 100 };
const natural = { width: 100, height: 100 };

describe("fitPicture puts the whole picture where CSS does", () => {
	it.each([
		["fill", "50% 50%", { x: 10, y: 20, width: 200, height: 100 }],
		["contain", "50% 50%", { x: 60, y: 20, width: 100, height: 100 }],
		["contain", "0% 50%", { x: 10, y: 20, width: 100, height: 100 }],
		["contain", "7px 50%", { x: 17, y: 20, width: 100, height: 100 }],
		["cover", "50% 50%", { x: 10, y: -30, width: 200, height: 200 }],
		["cover", "50% 100%", { x: 10, y: -80, width: 200, height: 200 }],
		["none", "100% 0%", { x: 110, y: 20, width: 100, height: 100 }],
		["scale-down", "50% 50%", { x: 60, y: 20, width: 100, height: 100 }],
	])("%s at %s", (fit, position, expected) => {
		expect(fitPicture(content, natural, fit, position)).toEqual(expected);
	});

	it("scales down only what is too large", () => {
		const large = { width: 400, height: 400 };
		expect(fitPicture(content, large, "scale-down", "50% 50%")).toEqual(
			fitPicture(content, large, "contain", "50% 50%"),
		);
	});
});
