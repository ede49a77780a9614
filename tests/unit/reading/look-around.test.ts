import { describe, expect, test } from "vitest";
import type { Pixels } from "../../../lib/image/pixels.ts";
import type { Classify } from "../../../lib/models/verdict.ts";
import { lookAround } from "../../../lib/reading/look-around.ts";
import type { Reading } from "../../../lib/reading/reading.ts";
import { paint } from "../image/drawing.ts";

const picture = paint(40, 20, () => [230, 230, 230]);

function reading(text: string, confidence: number, rejected = 0): Reading {
	const box = { x: 1, y: 2, width: 3, height: 4 };
	return {
		text,
		digits: [...text].map((digit) => ({ digit, confidence, alternatives: [], box, line: 0, glyph: "" })),
		rejected: Array.from({ length: rejected }, () => ({
			box,
			reason: "not-a-digit" as const,
			best: "1",
			confidence: 0.1,
		})),
	};
}

/** A glyph whose first row is as long as it is told. */
const glyph = (length: number) => new Float32Array(784).fill(1, 0, length);
/** Whether a glyph looks like a digit: its ink is in the last column, as when it is turned to the right. */
const classify: Classify = async (glyphs) =>
	glyphs.map((glyph) => ({
		probabilities: new Float32Array(10).fill(glyph[27 + 28 * 5] > 0 ? 0.9 : 0.1, 0, 1),
	}));

/** Reads first what is first seen, then what is left, one after the other. */
const inTurn = (...readings: (Reading | null)[]) => {
	const seen: Pixels[] = [];
	const read = async (pixels: Pixels) => {
		seen.push(pixels);
		const reading = readings[seen.length - 1];
		return reading ? { reading, glyphs: [glyph(20), glyph(18)] } : null;
	};
	return { seen, looking: { read, classify } };
};

test("a reading that leaves no doubt is the reading", async () => {
	const first = reading("12", 0.9);
	const { seen, looking } = inTurn(first);
	expect(await lookAround(picture, looking)).toBe(first);
	expect(seen).toEqual([picture]);
});

test("what is far better turned is read turned, its boxes where they are in the picture", async () => {
	const { looking } = inTurn(reading("9", 0.3, 5), reading("1246", 0.99));
	const found = await lookAround(picture, looking);
	expect(found.text).toBe("1246");
	expect(found.turned).toBe(90);
	expect(found.digits[0].box).toEqual({ x: 2, y: 16, width: 4, height: 3 });
});

test("a sure number is not turned for the letters beside it, which may be digits upside down", async () => {
	const first = reading("680", 0.97, 5);
	expect(await lookAround(picture, inTurn(first, reading("0891701", 0.97)).looking)).toBe(first);
	const unsure = reading("680", 0.7, 5);
	expect((await lookAround(picture, inTurn(unsure, reading("0891701", 0.97)).looking)).turned).toBe(90);
});

test("digits upside down, most of which look like others, are read turned where that leaves no doubt", async () => {
	const found = await lookAround(picture, inTurn(reading("6189", 0.92, 1), reading("64817", 0.995)).looking);
	expect([found.text, found.turned]).toEqual(["64817", 90]);
	for (const [first, other] of [
		[reading("64817", 0.98), reading("64817", 0.999)],
		[reading("64817", 0.96), reading("64817", 0.98)],
		[reading("64817", 0.96), reading("6481", 0.999)],
		[reading("64817", 0.96), reading("64817", 0.999, 2)],
		[reading("196", 0.96, 3), reading("961010", 0.999)],
	])
		expect(await lookAround(picture, inTurn(first, other).looking)).toBe(first);
});

test("a number of digits that stand on their head too is held the right way up", async () => {
	/** Glyphs look like digits on their head: their ink is in the last row. */
	const onHead: Classify = async (glyphs) =>
		glyphs.map((glyph) => ({
			probabilities: new Float32Array(10).fill(glyph[27 * 28 + 15] > 0 ? 0.9 : 0.1, 0, 1),
		}));
	const first = reading("6000", 0.92);
	const lookedAt = (other: Reading) =>
		lookAround(picture, { ...inTurn(first, other).looking, classify: onHead });
	expect(await lookedAt(reading("0009", 0.999))).toBe(first);
	expect((await lookedAt(reading("0004", 0.999))).turned).toBe(180);
});

test("a letter is not turned until it is a digit", async () => {
	const first = reading("", 0, 1);
	expect(await lookAround(picture, inTurn(first, reading("6", 0.99)).looking)).toBe(first);
});

describe("a sheet on a desk", () => {
	const isSheet = (x: number, y: number) => x > 80 && x < 330 && y > 60 && y < 250;
	const onDesk = (isTextured: boolean) =>
		paint(400, 300, (x, y) => {
			if (isSheet(x, y)) return [235, 235, 230];
			const grain = isTextured ? 40 * (((x >> 3) + (y >> 3)) % 2) : 0;
			return [60 + grain, 50 + grain, 40 + grain];
		});

	test("is read alone, its boxes where they are in the picture", async () => {
		const { seen, looking } = inTurn(reading("472", 0.98));
		const found = await lookAround(onDesk(true), looking);
		expect(seen).toHaveLength(1);
		expect(seen[0].width).toBeLessThan(280);
		expect(found.text).toBe("472");
		expect(found.digits[0].box.x).toBeGreaterThan(75);
	});

	test("is compared with the whole picture where that is as plain: something may be written beside it", async () => {
		const whole = reading("4729", 0.98);
		const { looking } = inTurn(reading("472", 0.98), whole);
		expect(await lookAround(onDesk(false), looking)).toBe(whole);
		const edges = reading("1472", 0.7, 2);
		expect((await lookAround(onDesk(false), inTurn(reading("472", 0.98), edges).looking)).text).toBe("472");
	});

	test("on which nothing can be read leaves the picture as it is", async () => {
		const whole = reading("58", 0.9);
		const { looking } = inTurn(reading("", 0, 2), whole);
		expect(await lookAround(onDesk(true), looking)).toBe(whole);
	});
});
