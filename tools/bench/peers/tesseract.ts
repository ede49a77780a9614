import { join } from "node:path";
import sharp from "sharp";
import tesseract from "tesseract.js";
import { type DigitSet, pictureOf } from "../../data/digit-set.ts";
import { PEERS } from "./install.ts";

/** How a print OCR does on single handwritten digits. */
export interface OcrResult {
	readonly count: number;
	/** Share of digits read right. */
	readonly accuracy: number;
	/** Median milliseconds a digit. */
	readonly digit: number;
}

/** Large enough for its line finder, with a margin of paper. */
const HEIGHT = 112;
const MARGIN = 24;

/** A digit as black ink on white paper. */
function asPage(set: DigitSet, index: number): Promise<Buffer> {
	const paper = pictureOf(set, index).map((ink) => 255 - ink);
	return sharp(paper, { raw: { width: set.width, height: set.height, channels: 1 } })
		.resize(HEIGHT, HEIGHT)
		.extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: "white" })
		.withMetadata({ density: 150 })
		.png()
		.toBuffer();
}

/** Reads `count` digits, spread over the set, with tesseract.js: digits only, one character a picture. */
export async function measureTesseract(set: DigitSet, count: number): Promise<OcrResult> {
	const worker = await tesseract.createWorker("eng", 1, {
		langPath: join(PEERS, "@tesseract.js-data/eng/4.0.0_best_int"),
		cacheMethod: "none",
		gzip: true,
	});
	try {
		await worker.setParameters({ tessedit_char_whitelist: "0123456789", tessedit_pageseg_mode: "10" });
		const step = Math.floor(set.labels.length / count);
		const times: number[] = [];
		let right = 0;
		for (let i = 0; i < count; i++) {
			const picture = await asPage(set, i * step);
			const start = performance.now();
			const { data } = await worker.recognize(picture);
			times.push(performance.now() - start);
			if (data.text.trim() === String(set.labels[i * step])) right++;
		}
		return { count, accuracy: right / count, digit: times.sort((a, b) => a - b)[count >> 1] };
	} finally {
		await worker.terminate();
	}
}
