import * as v from "valibot";
import { decodeGlyph } from "../glyph.ts";
import { FARTHEST } from "../ink/stroke.ts";
import { admitted } from "../reading/draft-edit.ts";
import { MOST_DIGITS } from "../reading/expected-digits.ts";
import type { Data, RequestType } from "./messaging.ts";

/** Longer texts than a person or a page of ours would send. */
const short = v.pipe(v.string(), v.maxLength(1000));

const finite = v.pipe(v.number(), v.finite());
const size = v.pipe(finite, v.minValue(0), v.maxValue(FARTHEST));
const coordinate = v.pipe(finite, v.minValue(-FARTHEST), v.maxValue(FARTHEST));
const box = v.object({ x: coordinate, y: coordinate, width: size, height: size });

const strokes = v.pipe(
	v.array(v.pipe(v.array(v.tuple([coordinate, coordinate])), v.minLength(1), v.maxLength(100_000))),
	v.maxLength(10_000),
);

const glyph = v.pipe(
	v.string(),
	v.check((text) => {
		try {
			return decodeGlyph(text).length > 0;
		} catch {
			return false;
		}
	}),
);

const digit = v.pipe(v.string(), v.regex(/^\d$/));

/** Only what is in the message itself, or on the screen: no address that anybody would have to ask for. */
const picture = v.variant("kind", [
	v.object({ kind: v.literal("data"), url: v.pipe(v.string(), v.regex(/^data:image\/[\w.+-]+[;,]/)) }),
	v.object({
		kind: v.literal("screenshot"),
		rect: box,
		viewportWidth: v.pipe(size, v.minValue(1)),
	}),
]);

/** What a number may be made of, in lines and cells. */
const numberText = v.pipe(
	v.string(),
	v.check((text) => text.split(/[\t\n]/).every((part) => admitted(part) === part)),
);

const nothing = v.object({});

/** What every request to the background looks like, whoever sends it. */
const REQUESTS: { readonly [K in RequestType]: v.GenericSchema<unknown, Data<K>> } = {
	readInk: v.object({ strokes, model: v.exactOptional(short) }),
	readGlyph: v.object({ glyph, model: v.exactOptional(short) }),
	readPicture: v.object({
		picture,
		model: v.exactOptional(short),
		keepAs: v.exactOptional(v.pipe(v.string(), v.maxLength(100_000))),
		id: v.exactOptional(short),
		digits: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DIGITS))),
	}),
	readingProgress: v.object({ id: short }),
	cancelReading: v.object({ id: short }),
	correctReading: v.object({
		pastId: short,
		text: v.pipe(numberText, v.maxLength(100_000)),
		corrections: v.exactOptional(v.pipe(v.array(v.object({ glyph, digit, read: digit })), v.maxLength(1000))),
	}),
	countImage: nothing,
	openFrame: v.object({ token: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
	cannotShow: v.object({ why: v.picklist(["sandbox", "taken"]) }),
	selectRegion: nothing,
	takeTask: nothing,
	describeEngine: nothing,
	measureModel: v.object({
		model: short,
		batch: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024)),
		rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
	}),
	lookInside: v.object({ glyph }),
};

/** What a request of this type asks, without anything else that it may hold; null where it does not look like one. */
export function parseRequest<K extends RequestType>(type: K, data: unknown): Data<K> | null {
	const parsed = v.safeParse<v.GenericSchema<unknown, Data<K>>>(REQUESTS[type], data);
	return parsed.success ? parsed.output : null;
}
