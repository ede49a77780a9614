import { area, intersect } from "../boxes.ts";
import { addressOf } from "../find.ts";
import { isUpright, viewport } from "../viewport.ts";
import { backdropOf } from "./backdrop.ts";
import { encode } from "./encode.ts";
import type { Source } from "./source.ts";
import { cutPixels, cutPlace } from "./visible-part.ts";

/** A server that takes longer is not worth waiting for: the screenshot is there at once. Milliseconds. */
const PATIENCE = 2000;

/** Fetches the file of an image of another site that allows it, when the file holds more than the screen shows. */
export const fetched: Source = async (element) => {
	if (!isWorthFetching(element)) return null;
	const bitmap = await download(addressOf(element));
	if (!bitmap) return null;
	const picture = encode(bitmap, cutPixels(element, bitmap), backdropOf(element));
	const { width, height } = bitmap;
	bitmap.close();
	return picture && { picture, place: () => cutPlace(element, { width, height }), fromScreen: false };
};

/** True for an upright image whose file has notably more pixels than what is visible of it on the screen. */
export function isWorthFetching(element: Element): element is HTMLImageElement {
	if (element.localName !== "img" || !isUpright(element)) return false;
	const image = element as HTMLImageElement;
	const natural = { width: image.naturalWidth, height: image.naturalHeight };
	const seen = area(intersect(cutPlace(image, natural), viewport())) * devicePixelRatio ** 2;
	return /^https?:/.test(image.currentSrc) && area(cutPixels(image, natural)) > 1.2 * seen;
}

async function download(address: string): Promise<ImageBitmap | null> {
	try {
		const response = await fetch(address, {
			credentials: "omit",
			cache: "force-cache",
			signal: AbortSignal.timeout(PATIENCE),
		});
		return response.ok ? await createImageBitmap(await response.blob()) : null;
	} catch {
		return null;
	}
}
