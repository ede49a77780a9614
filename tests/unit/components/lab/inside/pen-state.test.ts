import { signal } from "@preact/signals";
import { expect, it, vi } from "vitest";
import { createPenState } from "../../../../../components/lab/inside/pen-state.ts";
import { PEN_MAPS_SIZE, penMaps } from "../../../../../lib/ink/pen-maps.ts";
import { renderGlyph } from "../../../../../lib/ink/render.ts";
import type { Stroke } from "../../../../../lib/ink/stroke.ts";
import type { Laboratory } from "../../../../../lib/lab/laboratory.ts";
import { DEFAULT_MODEL, INK_MODEL } from "../../../../../lib/models/catalogue.ts";

const seven: Stroke[] = [
	[
		[0, 0],
		[40, 0],
		[15, 70],
	],
];

function setUp() {
	const classify = vi.fn(async () => [
		{ probabilities: Float32Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 0.97 : 0.003)) },
	]);
	const model = signal(DEFAULT_MODEL);
	const glyph = signal(renderGlyph(seven));
	const pen = createPenState({ classify } as unknown as Laboratory, model, glyph);
	return { pen, model, glyph, classify };
}

it("shows the maps of the strokes under the lens and what the network for ink reads from them", async () => {
	const { pen, classify } = setUp();
	expect(pen.maps.value).toBeNull();
	pen.follow(seven);
	expect(pen.maps.value).toEqual(penMaps(seven));
	await vi.waitFor(() => expect(pen.reading.value?.text).toBe("7"));
	expect(classify).toHaveBeenCalledWith(INK_MODEL.id, [expect.objectContaining({ length: PEN_MAPS_SIZE })]);
});

it("shows nothing of a glyph that came without a pen, nor for a model without a network for ink", async () => {
	const { pen, model, glyph } = setUp();
	pen.follow(seven);
	await vi.waitFor(() => expect(pen.reading.value).not.toBeNull());

	const changed = glyph.value.slice();
	changed[0] = 1;
	glyph.value = changed;
	expect(pen.maps.value).toBeNull();
	await vi.waitFor(() => expect(pen.reading.value).toBeNull());

	glyph.value = renderGlyph(seven);
	expect(pen.maps.value).not.toBeNull();
	model.value = "dense-512";
	expect(pen.maps.value).toBeNull();
});
