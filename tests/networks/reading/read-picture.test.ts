import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { startBackend } from "../../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../../lib/models/catalogue.ts";
import { loadClassifier } from "../../../lib/models/loading.ts";
import type { Classify } from "../../../lib/models/verdict.ts";
import { readPicture } from "../../../lib/reading/read-picture.ts";
import { readPackageFile } from "../../../tools/data/package-file.ts";
import { drawSample } from "../../../tools/demo/draw.ts";
import { SAMPLES } from "../../../tools/demo/samples.ts";
import { decodePicture } from "../../../tools/recognition/decode.ts";
import { FULL_PAGE } from "../../e2e/harness/full-page.ts";

let classify: Classify;
beforeAll(async () => {
	await startBackend();
	({ classify } = await loadClassifier(DEFAULT_MODEL, readPackageFile));
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
