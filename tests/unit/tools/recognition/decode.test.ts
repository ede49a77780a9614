import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { decodePicture } from "../../../../tools/recognition/decode.ts";
import { PictureError } from "../../../../tools/recognition/picture-error.ts";

/** A Windows bitmap of 24 bits, rows from the bottom. */
function bitmap(width: number, height: number, colourAt: (x: number, y: number) => readonly number[]) {
	const stride = Math.ceil((width * 3) / 4) * 4;
	const bytes = new Uint8Array(54 + stride * height);
	const view = new DataView(bytes.buffer);
	bytes.set([0x42, 0x4d]);
	view.setUint32(10, 54, true);
	view.setUint32(14, 40, true);
	view.setInt32(18, width, true);
	view.setInt32(22, height, true);
	view.setUint16(28, 24, true);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [red, green, blue] = colourAt(x, y);
			bytes.set([blue, green, red], 54 + stride * (height - 1 - y) + 3 * x);
		}
	}
	return bytes;
}

/** The header of a bitmap of 200 megapixels: what it announces is enough. */
function hugeBitmap(): Uint8Array {
	const bytes = bitmap(1, 1, () => [0, 0, 0]);
	new DataView(bytes.buffer).setInt32(18, 20_000, true);
	new DataView(bytes.buffer).setInt32(22, 10_000, true);
	return bytes;
}

const png = (width: number, height: number, colour: string) =>
	sharp({ create: { width, height, channels: 4, background: colour } })
		.png()
		.toBuffer();

describe("a picture file", () => {
	test.each(["png", "jpeg", "webp", "gif"] as const)("of type %s gives its pixels", async (type) => {
		const { width, height, data } = await decodePicture(
			await sharp(await png(7, 5, "#ff0000"))
				.toFormat(type)
				.toBuffer(),
		);
		expect([width, height, data.length]).toEqual([7, 5, 140]);
		expect(data[0]).toBeGreaterThan(240);
		expect(data[1]).toBeLessThan(10);
		expect(data[3]).toBe(255);
	});

	test("that was taken with the camera on its side is turned upright", async () => {
		const file = await sharp(await png(8, 4, "#fff"))
			.jpeg()
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const { width, height } = await decodePicture(file);
		expect([width, height]).toEqual([4, 8]);
	});

	test("of type BMP gives its pixels", async () => {
		const { width, height, data } = await decodePicture(bitmap(3, 2, (x, y) => [x * 10, y * 20, 200]));
		expect([width, height]).toEqual([3, 2]);
		expect(Array.from(data.subarray(4 * 5))).toEqual([20, 20, 200, 255]);
	});
});

describe("a file that is no whole picture is refused with a sentence", () => {
	const whole = bitmap(20, 20, () => [1, 2, 3]);
	test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
		["empty", () => new Uint8Array(), /empty/],
		["text", () => new TextEncoder().encode("hello"), /no picture/],
		["a PNG cut short", async () => (await png(200, 200, "#123456")).subarray(0, 120), /cut short/],
		["a bitmap cut short", () => whole.subarray(0, 300), /cut short/],
		["a bitmap without its header", () => whole.subarray(0, 20), /cut short/],
		["of 200 megapixels", hugeBitmap, /too large/],
	])("%s", async (_, file, sentence) => {
		const decoding = decodePicture(await file());
		await expect(decoding).rejects.toThrow(PictureError);
		await expect(decoding).rejects.toThrow(sentence);
	});
});
