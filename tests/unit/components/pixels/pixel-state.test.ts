import { expect, test } from "vitest";
import { createPixelState } from "../../../../components/pixels/pixel-state.ts";
import { decodeGlyph, encodeGlyph, GLYPH_SIDE, GLYPH_SIZE } from "../../../../lib/glyph.ts";
import type { UndoHistory } from "../../../../lib/undo-history.ts";
import { readingOf } from "../readings.ts";

const settle = () => new Promise((done) => setTimeout(done));

function setUp(savedPixels?: UndoHistory<string>) {
	const asked: string[] = [];
	const saves: UndoHistory<string>[] = [];
	const pixels = createPixelState({
		readGlyph: async (glyph) => {
			asked.push(glyph);
			return { ok: true, value: readingOf("1") };
		},
		savePixels: (history) => saves.push(history),
		savedPixels,
	});
	return { pixels, asked, saves };
}

/** Columns and rows of all pixels with ink. */
const inked = (glyph: Float32Array) =>
	[...glyph].flatMap((ink, i) => (ink > 0 ? [[i % GLYPH_SIDE, Math.floor(i / GLYPH_SIDE)]] : []));

test("the brush draws one line from touch to lift, read as it grows, taken back as one step", async () => {
	const { pixels, asked, saves } = setUp();
	pixels.draw([[14, 4]]);
	await settle();
	pixels.draw([[14, 12]]);
	pixels.draw([[14, 24]]);
	pixels.lift();
	await settle();
	expect(asked.length).toBeGreaterThan(1);
	const rows = inked(pixels.glyph.value).map(([, y]) => y);
	expect([Math.min(...rows), Math.max(...rows)]).toEqual([2, 25]);
	expect(decodeGlyph(saves.at(-1)!.now)).toEqual(pixels.glyph.value);
	pixels.undo();
	expect(pixels.hasInk.value).toBe(false);
	expect(pixels.reading.value).toBeNull();
	pixels.redo();
	expect(pixels.hasInk.value).toBe(true);
});

test("the eraser takes ink away", () => {
	const { pixels } = setUp();
	pixels.open(encodeGlyph(new Float32Array(GLYPH_SIZE).fill(1)));
	pixels.erasing.value = true;
	pixels.draw([[0.5, 0.5]]);
	pixels.lift();
	expect(pixels.glyph.value[0]).toBe(0);
	expect(pixels.glyph.value[GLYPH_SIZE - 1]).toBe(1);
});

test("the keyboard fills and empties single pixels, and stays on the grid", () => {
	const { pixels } = setUp();
	pixels.togglePixel();
	expect(inked(pixels.glyph.value)).toEqual([[14, 14]]);
	pixels.moveCursor(-100, 3);
	pixels.togglePixel();
	expect(inked(pixels.glyph.value)).toEqual([
		[14, 14],
		[0, 17],
	]);
	pixels.togglePixel();
	expect(inked(pixels.glyph.value)).toEqual([[14, 14]]);
});

test("what was saved is there again, with the way back", () => {
	const first = setUp();
	first.pixels.togglePixel();
	const { pixels } = setUp(JSON.parse(JSON.stringify(first.saves.at(-1))));
	expect(inked(pixels.glyph.value)).toEqual([[14, 14]]);
	pixels.undo();
	expect(pixels.hasInk.value).toBe(false);
});

test("a pointer that the system takes away leaves nothing", () => {
	const { pixels } = setUp();
	pixels.draw([[10, 10]]);
	pixels.drop();
	expect(pixels.hasInk.value).toBe(false);
	expect(pixels.canUndo.value).toBe(false);
});

test("takes what another page has saved, and reads it", async () => {
	const there = setUp();
	there.pixels.draw([[14, 4]]);
	there.pixels.lift();
	const { pixels, saves } = setUp();
	pixels.adopt(there.saves.at(-1)!);
	await settle();
	expect(pixels.glyph.value).toEqual(there.pixels.glyph.value);
	expect(pixels.reading.value?.text).toBe("1");
	pixels.adopt(null);
	expect(pixels.hasInk.value).toBe(false);
	expect(saves).toEqual([]);
});
