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
