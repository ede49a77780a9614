/** Width and height in pixels. */
export interface PixelSize {
	readonly width: number;
	readonly height: number;
}

/**
 * How large the picture in a file says it is, read from its header alone, so that nobody has to decode a picture that
 * is too large: PNG (11.2.1), JPEG (ITU-T T.81, B.2.2), GIF 89a (18), BMP, WebP (RFC 9649), AVIF (ISO/IEC 23008-12, `ispe`)
 * and ICO, whose largest picture counts. Null where the header says nothing, or is of another format.
 */
export function pictureSize(bytes: Uint8Array): PixelSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));
	try {
		if (text(1, 3) === "PNG") return pngSize(view);
		if (view.getUint16(0) === 0xffd8) return jpegSize(view);
		if (text(0, 3) === "GIF") return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
		if (text(0, 2) === "BM") return bmpSize(view);
		if (text(0, 4) === "RIFF" && text(8, 4) === "WEBP") return webpSize(view, text(12, 4));
		if (text(4, 4) === "ftyp") return avifSize(view, bytes);
		if (view.getUint32(0) === 0x00000100) return icoSize(view, bytes);
	} catch (error) {
		// The file ends before its size.
		if (!(error instanceof RangeError)) throw error;
	}
	return null;
}

function pngSize(view: DataView): PixelSize {
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

function jpegSize(view: DataView): PixelSize | null {
	for (let at = 2; ; ) {
		const marker = view.getUint16(at);
		// Start of frame, of any process; C4, C8 and CC are tables and extensions.
		const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		if (marker < 0xff00) return null;
		// Bytes of 0xff may fill the room between two segments.
		at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
	}
}

function bmpSize(view: DataView): PixelSize {
	// The oldest header, of 12 bytes, has sizes of two bytes each.
	if (view.getUint32(14, true) === 12)
		return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
	return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

function webpSize(view: DataView, kind: string): PixelSize | null {
	switch (kind) {
		case "VP8 ":
			return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
		case "VP8L": {
			const bits = view.getUint32(21, true);
			return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
		}
		case "VP8X":
			return {
				width: (view.getUint32(24, true) & 0xffffff) + 1,
				height: (view.getUint32(26, true) >>> 8) + 1,
			};
		default:
			return null;
	}
}

/** The largest of the image spatial extents, wherever they are nested. */
function avifSize(view: DataView, bytes: Uint8Array): PixelSize | null {
	let largest: PixelSize | null = null;
	const end = Math.min(bytes.length - 16, HEADER);
	for (let at = 0; at <= end; at++) {
		if (view.getUint32(at) !== ISPE) continue;
		const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
		largest = larger(largest, size);
	}
	return largest;
}

/** The letters "ispe". */
const ISPE = 0x69737065;
/** Properties of an AVIF stand in front of its pixels. Bytes. */
const HEADER = 2 ** 16;

function icoSize(view: DataView, bytes: Uint8Array): PixelSize | null {
	let largest: PixelSize | null = null;
	for (let i = 0; i < view.getUint16(4, true); i++) {
		const entry = 6 + 16 * i;
		const [width, height] = [view.getUint8(entry) || 256, view.getUint8(entry + 1) || 256];
		// The PNG in it may be of another size than its entry says. What else is in it is looked at no further: it may be
		// the file itself.
		const at = view.getUint32(entry + 12, true);
		const isPng = at + 24 <= bytes.length && view.getUint32(at) === PNG;
		largest = larger(
			largest,
			isPng ? pngSize(new DataView(view.buffer, view.byteOffset + at)) : { width, height },
		);
	}
	return largest;
}

/** The first four bytes of a PNG. */
const PNG = 0x89504e47;

function larger(a: PixelSize | null, b: PixelSize): PixelSize {
	return a && a.width * a.height >= b.width * b.height ? a : b;
}
