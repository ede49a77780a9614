import fc from "fast-check";
import sharp from "sharp";
import { expect, it } from "vitest";
import { pictureSize } from "../../../lib/image/file-size.ts";

const picture = sharp({ create: { width: 321, height: 123, channels: 3, background: "white" } });

it.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
	"knows the size of a %s without decoding it",
	async (format) => {
		expect(pictureSize(await picture.clone().toFormat(format).toBuffer())).toEqual({
			width: 321,
			height: 123,
		});
	},
);

it("knows the size of every kind of WebP", async () => {
	const size = { width: 321, height: 123 };
	expect(pictureSize(await picture.clone().webp({ lossless: true }).toBuffer())).toEqual(size);
	const transparent = picture.clone().ensureAlpha(0.5);
	expect(pictureSize(await transparent.webp().toBuffer())).toEqual(size);
});

it("knows the size of a JPEG with much in front of it", async () => {
	const file = await picture.clone().jpeg({ progressive: true }).withMetadata({ orientation: 6 }).toBuffer();
	expect(pictureSize(file)).toEqual({ width: 321, height: 123 });
});

it("knows the size of a bitmap, upside down or not, and of the largest picture of an icon", async () => {
	const bitmap = new DataView(new ArrayBuffer(54));
	bitmap.setUint16(0, 0x424d);
	bitmap.setUint32(14, 40, true);
	bitmap.setInt32(18, 30_000, true);
	bitmap.setInt32(22, -20_000, true);
	expect(pictureSize(new Uint8Array(bitmap.buffer))).toEqual({ width: 30_000, height: 20_000 });
	const png = await picture.clone().png().toBuffer();
	const icon = Buffer.alloc(22 + png.length);
	icon.writeUInt16LE(1, 2);
	icon.writeUInt16LE(1, 4);
	icon.writeUInt32LE(22, 18);
	png.copy(icon, 22);
	expect(pictureSize(icon)).toEqual({ width: 321, height: 123 });
});

it("looks into no icon that holds itself, again and again", () => {
	const entries = 100;
	const icon = Buffer.alloc(6 + 16 * entries);
	icon.writeUInt16LE(1, 2);
	icon.writeUInt16LE(entries, 4);
	icon[6] = 32;
	icon[7] = 16;
	expect(pictureSize(icon)).toEqual({ width: 256, height: 256 });
	icon.writeUInt16LE(1, 4);
	icon.writeUInt32LE(0xffffffff, 18);
	expect(pictureSize(icon.subarray(0, 22))).toEqual({ width: 32, height: 16 });
});

it("says nothing of other files, and never breaks", async () => {
	expect(pictureSize(new TextEncoder().encode("<svg></svg>"))).toBeNull();
	const files = await Promise.all(
		(["png", "jpeg", "webp", "gif", "avif"] as const).map((format) =>
			picture.clone().toFormat(format).toBuffer(),
		),
	);
	fc.assert(
		fc.property(
			fc.constantFrom(...files),
			fc.nat(2000),
			fc.uint8Array({ maxLength: 40 }),
			(file, at, noise) => {
				const broken = Uint8Array.from(file);
				broken.set(noise.subarray(0, Math.max(0, broken.length - at)), Math.min(at, broken.length));
				pictureSize(broken.subarray(0, (at * 7) % broken.length));
				pictureSize(broken);
			},
		),
	);
});
