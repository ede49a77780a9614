import type { Page } from "puppeteer-core";
import sharp from "sharp";
import { connectedInk } from "../../lib/image/hysteresis.ts";
import { findInk } from "../../lib/image/page.ts";
import { ask } from "../browsers/worker.ts";
import { writeDigits } from "../demo/hand.ts";
import { decodePicture } from "../recognition/decode.ts";

/** How long pictures take; the shortest of several rounds, since other work can only add to it. */
export interface PictureTimes {
	/** From pixels to connected ink in Node: milliseconds a megapixel of a picture just too small to be shrunk first. */
	readonly inkMsPerMegapixel: number;
	/** The same of a picture of twelve megapixels, which is shrunk first. */
	readonly largeInkMsPerMegapixel: number;
	/** From bytes to reading in the background: a photo of twelve megapixels with 60 digits, milliseconds. */
	readonly photoMs: number;
	/** How many of the 60 digits were found. */
	readonly photoDigits: number;
}

const TEXT = "1572043896\n4389016275\n9081726354\n1029384756\n5647382910\n7704312859";

/** Measures the reading of pictures. `page` is one of the extension. */
export async function measurePictures(page: Page, rounds: number): Promise<PictureTimes> {
	const large = await photo(4000, 3000);
	const url = `data:image/jpeg;base64,${large.toString("base64")}`;
	const inkMsPerMegapixel = await inkTime(await photo(2400, 1660), rounds);
	const largeInkMsPerMegapixel = await inkTime(large, rounds);
	let photoDigits = 0;
	const photoMs = await fastest(rounds, async () => {
		const answer = await ask(page, "readPicture", { picture: { kind: "data", url } });
		if (!answer.ok) throw new Error(answer.sentence);
		photoDigits = answer.value.reading.digits.length;
	});
	return { inkMsPerMegapixel, largeInkMsPerMegapixel, photoMs, photoDigits };
}

/** Milliseconds a megapixel from the pixels of a file to connected ink. */
async function inkTime(file: Buffer, rounds: number): Promise<number> {
	const pixels = await decodePicture(file);
	const time = await fastest(rounds, async () => connectedInk(findInk(pixels)!));
	return time / ((pixels.width * pixels.height) / 1e6);
}

async function fastest(rounds: number, work: () => Promise<unknown>): Promise<number> {
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < rounds; round++) {
		const start = performance.now();
		await work();
		best = Math.min(best, performance.now() - start);
	}
	return best;
}

/** Six lines of ten digits in ink on shaded paper with the grain of a camera, as a JPEG file. */
async function photo(width: number, height: number): Promise<Buffer> {
	const size = height / 13;
	const path = writeDigits(TEXT, { height: size, seed: 3, gap: 0.25 })
		.map((stroke) => `M${stroke.map(([x, y]) => `${x + size} ${y + size}`).join("L")}`)
		.join("");
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none">
		<linearGradient id="shade"><stop stop-color="#f4f0e6"/><stop offset="1" stop-color="#a9a298"/></linearGradient>
		<rect width="${width}" height="${height}" fill="url(#shade)"/>
		<path d="${path}" stroke="#23306a" stroke-width="${size * 0.08}" stroke-linecap="round" stroke-linejoin="round"/>
	</svg>`;
	const grain = { width, height, channels: 3, noise: { type: "gaussian", mean: 128, sigma: 6 } } as const;
	const noise = await sharp({ create: { ...grain, background: "grey" } })
		.png()
		.toBuffer();
	return sharp(Buffer.from(drawing))
		.composite([{ input: noise, blend: "soft-light" }])
		.jpeg({ quality: 90 })
		.toBuffer();
}
