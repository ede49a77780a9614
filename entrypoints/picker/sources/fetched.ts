import { request } from "../../../lib/browser/client.ts";
import { downloadWithin } from "../../../lib/browser/limited-download.ts";
import { tooManyPixels } from "../../../lib/browser/picture-limits.ts";
import { area, intersect } from "../../../lib/geometry.ts";
import { own } from "../own.ts";
import { placeOf } from "../place-of.ts";
import { isUpright, viewport } from "../viewport.ts";
import { backdropOf } from "./backdrop.ts";
import { encode } from "./encode.ts";
import type { Source } from "./source.ts";
import { cutPixels, cutPlace } from "./visible-part.ts";

/** The file must have this many times the pixels that the screen shows of it to be worth the way to its server. */
const GAIN = 2;

/** The person is waiting, and the screenshot is still to come. */
const LIMITS = { bytes: 64 * 2 ** 20, milliseconds: 8000 };

// In Firefox a script of an extension has a fetch of its own, beside that of the page.
const { fetch: fetchAsPage } = (globalThis as { content?: { fetch: typeof fetch } }).content ?? globalThis;

/**
 * Loads the file of another site's image once more, when it holds much more than the screen shows and that site lets
 * the page have it. The page asks, not the background, whose request would name the extension in its Origin.
 */
export const fetched: Source = async (element) => {
	if (own(element, "localName") !== "img" || !isUpright(element)) return null;
	const image = element as HTMLImageElement;
	const natural = { width: image.naturalWidth, height: image.naturalHeight };
	if (!/^https?:/.test(image.currentSrc) || natural.width === 0) return null;
	const part = cutPixels(image, natural);
	const seen = area(intersect(cutPlace(image, natural), viewport())) * devicePixelRatio ** 2;
	if (area(part) < GAIN * seen) return null;

	await request("countImage", {});
	const file = await downloadWithin(image.currentSrc, LIMITS, (address, how) => fetchAsPage(address, how));
	if (tooManyPixels(file)) return null;
	const bitmap = await createImageBitmap(new Blob([file]));
	try {
		const visual = { source: bitmap, ...natural, density: bitmap.width / natural.width };
		const picture = encode(visual, part, backdropOf(image));
		return picture && { picture, place: placeOf(image, () => cutPlace(image, natural)), fromScreen: false };
	} finally {
		bitmap.close();
	}
};
