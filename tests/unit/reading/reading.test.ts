import { expect, test } from "vitest";
import { compose, displayText, unread } from "../../../lib/reading/reading.ts";

const piece = (digit: number, line: number, before?: string) => ({
	line,
	box: { x: 0, y: 0, width: 1, height: 1 },
	glyph: "",
	verdict: { probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === digit ? 1 : 0)) },
	before,
});

test("the text has the digits alone, the display text what stands between them too", () => {
	const reading = compose([
		piece(1, 0, "-"),
		piece(2, 0, "."),
		piece(5, 0, ""),
		piece(3, 1),
		piece(4, 1, " "),
	]);
	expect(reading.text).toBe("125\n34");
	expect(displayText(reading)).toBe("-1.25\n3 4");
});

test("a mark that was read between digits is not left out", () => {
	const mark = (line: number) => {
		const refused = piece(1, line);
		return { ...refused, verdict: { ...refused.verdict, refusal: "not-a-digit" as const } };
	};
	const reading = compose([piece(1, 0), mark(0), piece(2, 0, "."), mark(0), piece(3, 1, " "), mark(1)]);
	expect(reading.rejected.map(({ readAs }) => readAs)).toEqual([".", undefined, undefined]);
	expect(unread(reading)).toEqual(reading.rejected.slice(1));
});
