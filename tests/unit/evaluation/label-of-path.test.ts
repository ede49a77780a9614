import { expect, test } from "vitest";
import { labelOfPath } from "../../../lib/evaluation/label-of-path.ts";

test.each([
	["7/0001.png", 7],
	["set/train/3/5_a.png", 3],
	["9/2/x.png", 2],
	["5.png", 5],
	["5_17.png", 5],
	["5 (2).png", 5],
	["digits/8-b.jpg", 8],
	["00017_4.png", 4],
	["img001-6.webp", 6],
	["img3.png", 3],
	["10/1234.png", null],
	["photo.png", null],
	["1234.png", null],
	["", null],
])("%s is %s", (path, label) => {
	expect(labelOfPath(path)).toBe(label);
});
