import { encodeGlyph } from "../../lib/glyph.ts";
import { inkBox, normaliseGlyph } from "../../lib/image/normalise.ts";
import type { InkMap } from "../../lib/image/pixels.ts";
import type { Model } from "../../lib/models/verdict.ts";
import { readInk, readInkGlyph } from "../../lib/reading/read-ink.ts";
import { type PictureReader, readPicture, readPictureGlyph } from "../../lib/reading/read-picture.ts";
import { compose, type Reading } from "../../lib/reading/reading.ts";
import { lookAgain } from "../../lib/reading/second-look.ts";
import { type Item, pictureOfInk } from "./inputs.ts";

/** Reads one item; with `single` the whole of it as one character. */
export function readItem(item: Item, single: boolean, deps: PictureReader): Promise<Reading> {
	switch (item.kind) {
		case "ink":
			return single ? readInkGlyph(item.strokes, deps) : readInk(item.strokes, deps);
		case "picture":
			return single ? readPictureGlyph(item.pixels, deps) : readPicture(item.pixels, deps);
		case "stack":
			return single ? readInkMap(item.ink, deps) : readPicture(pictureOfInk(item.ink), deps);
	}
}

/** Where the background is known there is no ink to find: the map is normalised as it is. */
async function readInkMap(ink: InkMap, model: Model): Promise<Reading> {
	const glyph = normaliseGlyph(ink);
	const [first] = await model.classify([glyph]);
	const verdict = await lookAgain(glyph, first, model);
	const box = inkBox(ink) ?? { x: 0, y: 0, width: 0, height: 0 };
	return compose([{ line: 0, box, glyph: encodeGlyph(glyph), verdict }]);
}
