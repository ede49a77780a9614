import type { Pixels } from "../../lib/image/pixels.ts";
import { checkSize, PictureError } from "./picture-error.ts";

/** Whether a file is a Windows bitmap. */
export function isBmp(bytes: Uint8Array): boolean {
	return bytes.length >= 2 && bytes[0] === 0x42 && bytes[1] === 0x4d;
}

/** How a bitmap stores its pixels (BITMAPFILEHEADER and BITMAPINFOHEADER of the Windows GDI). */
interface Header {
	readonly width: number;
	/** Positive: rows from the bottom; negative: from the top. */
	readonly height: number;
	readonly bits: number;
	readonly palette: number;
	readonly colours: number;
	readonly pixels: number;
}

/**
 * The pixels of an uncompressed Windows bitmap of 1, 4, 8, 24 or 32 bits; sharp reads none. Throws a
 * PictureError when it is of another kind, cut short or too large.
 */
export function decodeBmp(bytes: Uint8Array): Pixels {
	const header = headerOf(bytes);
	const { width, bits } = header;
	const height = Math.abs(header.height);
	checkSize(width, height);
	const stride = Math.ceil((width * bits) / 32) * 4;
	if (bytes.length < header.pixels + stride * height) throw new PictureError("The bitmap is cut short.");
	const data = new Uint8ClampedArray(width * height * 4);
	for (let y = 0; y < height; y++) {
		const row = header.pixels + stride * (header.height > 0 ? height - 1 - y : y);
		for (let x = 0; x < width; x++) {
			const source = bits >= 24 ? row + (x * bits) / 8 : header.palette + 4 * indexAt(bytes, row, x, bits);
			const target = 4 * (y * width + x);
			data[target] = bytes[source + 2];
			data[target + 1] = bytes[source + 1];
			data[target + 2] = bytes[source];
			// The fourth byte is alpha only in later headers; programs that write the old one leave it 0.
			data[target + 3] = 255;
		}
	}
	return { width, height, data };
}

function headerOf(bytes: Uint8Array): Header {
	if (bytes.length < 54) throw new PictureError("The bitmap is cut short.");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const size = view.getUint32(14, true);
	const bits = view.getUint16(28, true);
	const compression = view.getUint32(30, true);
	const header = {
		width: view.getInt32(18, true),
		height: view.getInt32(22, true),
		bits,
		palette: 14 + size,
		colours: view.getUint32(46, true),
		pixels: view.getUint32(10, true),
	};
	// 3 = bit fields: with 32 bits in practice always blue, green, red, one byte each.
	const isPlain = compression === 0 || (compression === 3 && bits === 32);
	if (size < 40 || !isPlain || ![1, 4, 8, 24, 32].includes(bits))
		throw new PictureError("This kind of bitmap cannot be read. Save it as PNG.");
	if (header.width <= 0 || header.height === 0) throw new PictureError("The bitmap has no pixels.");
	return header;
}

function indexAt(bytes: Uint8Array, row: number, x: number, bits: number): number {
	const byte = bytes[row + ((x * bits) >> 3)];
	return (byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1);
}
