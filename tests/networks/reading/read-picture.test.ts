import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { Pixels } from "../../../lib/image/pixels.ts";
import { drawSegment } from "../../../lib/ink/render.ts";
import type { Stroke } from "../../../lib/ink/stroke.ts";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../../lib/models/catalogue.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import type { Classify, Model } from "../../../lib/models/verdict.ts";
import { readPicture } from "../../../lib/reading/read-picture.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { drawSample } from "../../../tools/demo/draw.ts";
import { SAMPLES } from "../../../tools/demo/samples.ts";
import { decodePicture } from "../../../tools/recognition/decode.ts";
import { pictureOfInk } from "../../../tools/recognition/inputs.ts";
import { FULL_PAGE } from "../../e2e/harness/full-page.ts";

let model: Model;
let classify: Classify;
beforeAll(async () => {
	await startBackend();
	model = await loadClassifier(DEFAULT_MODEL, readPackageFile);
	({ classify } = model);
});

/** Dots per inch of screens with one and with two device pixels to a CSS pixel. */
const SCREENS = [72, 144];

test.each(SAMPLES.map((sample) => [sample.caption, sample] as const))(
	"a picture of the demo page is read on every screen: %s",
	async (_, sample) => {
		for (const density of SCREENS) {
			const png = await sharp(Buffer.from(drawSample(sample)), { density })
				.png()
				.toBuffer();
			expect((await readPicture(await decodePicture(png), { classify })).text).toBe(sample.text);
		}
	},
);

/** A picture 300 pixels wide and high of strokes by a pen of 12. */
function drawn(strokes: readonly Stroke[]): Pixels {
	const [width, height] = [300, 300];
	const ink = { width, height, data: new Float32Array(width * height) };
	for (const stroke of strokes)
		for (const [i, [x, y]] of stroke.entries()) {
			const [fromX, fromY] = stroke[i - 1] ?? [x, y];
			drawSegment(ink, fromX, fromY, x, y, 6);
		}
	return pictureOfInk(ink);
}

test.each<[string, string, Stroke[]]>([
	[
		"a 5 under a bar longer than it is high",
		"5",
		[
			[
				[84, 92],
				[118, 142],
				[124, 178],
				[103, 200],
				[77, 193],
			],
			[
				[68, 78],
				[95, 50],
				[150, 35],
				[265, 22],
			],
		],
	],
	[
		"no digit where the parts are a letter's",
		"",
		[
			[
				[90, 60],
				[210, 60],
			],
			[
				[90, 110],
				[150, 170],
				[90, 230],
			],
			[
				[210, 110],
				[150, 170],
				[210, 230],
			],
		],
	],
])("one character drawn in parts that do not touch is seen as a whole: %s", async (_, text, strokes) => {
	expect((await readPicture(drawn(strokes), model)).text).toBe(text);
});

test("a full page is read in many small steps, and ended at any of them", async () => {
	const pixels = await decodePicture(
		await sharp(Buffer.from(drawSample(FULL_PAGE)))
			.png()
			.toBuffer(),
	);
	const read = async (endAt: number) => {
		const control = new AbortController();
		let rests = 0;
		const rest = async () => {
			if (++rests === endAt) control.abort(new Error("enough"));
		};
		const text = await readPicture(pixels, { classify, rest, signal: control.signal }).then(
			(reading) => reading.text,
			(error: Error) => error.message,
		);
		return { text, rests };
	};
	const { text, rests } = await read(Number.POSITIVE_INFINITY);
	const lines = text.split("\n").length;
	// Passes over the picture, and every line when it is cut, when its characters are put together and when they are chosen.
	expect(rests).toBeGreaterThan(3 * lines);
	for (const endAt of [1, 3, 8, Math.round(rests / 2), rests - 1])
		expect(await read(endAt)).toEqual({ text: "enough", rests: endAt });
});
