import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawingId, keepDrawings, type ReadDrawing } from "../../../../components/popup/keep-drawings.ts";
import type { Stroke } from "../../../../lib/ink/stroke.ts";

const ONE: Stroke = [[1, 1]];
const TWO: Stroke = [[2, 2]];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(wanted = true) {
	const pad = {
		strokes: signal<readonly Stroke[]>([]),
		number: { text: signal("") },
		drawing: signal(false),
	};
	const kept: ReadDrawing[] = [];
	const wants = signal(wanted);
	keepDrawings(pad as unknown as Parameters<typeof keepDrawings>[0], wants, (drawing) => kept.push(drawing));
	const draw = (strokes: readonly Stroke[], text: string) => {
		pad.strokes.value = strokes;
		pad.number.text.value = text;
	};
	return { pad, kept, wants, draw };
}

test("a drawing is kept once the pen rests, as it stands then", () => {
	const { pad, kept, draw } = setUp();
	draw([ONE], "1");
	vi.advanceTimersByTime(500);
	pad.drawing.value = true;
	vi.advanceTimersByTime(5000);
	expect(kept).toEqual([]);
	draw([ONE, TWO], "12");
	pad.drawing.value = false;
	vi.runAllTimers();
	expect(kept.map(({ text }) => text)).toEqual(["12"]);
});

test("nothing is kept that nobody wants kept, nor what has no digits", () => {
	const { kept, wants, draw } = setUp(false);
	draw([ONE], "1");
	vi.runAllTimers();
	wants.value = true;
	draw([], "");
	draw([ONE], "");
	vi.runAllTimers();
	expect(kept).toEqual([]);
});

test("a drawing that grows is the same one, another is another", async () => {
	expect(await drawingId([ONE, TWO])).toBe(await drawingId([ONE]));
	expect(await drawingId([TWO])).not.toBe(await drawingId([ONE]));
});
