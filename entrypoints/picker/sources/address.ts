import { area, intersect } from "../../../lib/geometry.ts";
import { isUpright, viewport } from "../viewport.ts";
import type { Source } from "./source.ts";
import { cutPixels, cutPlace } from "./visible-part.ts";

/** The file must have this many times the pixels that the screen shows of it to be worth the way to its server. */
const GAIN = 2;

/**
 * Lets the background fetch the file of another site's image, when it holds much more than the screen shows. Not
 * from within the page: that allows nothing more, and a refusal would show up in the page's console.
 */
export const address: Source = async (element) => {
	if (element.localName !== "img" || !isUpright(element)) return null;
	const image = element as HTMLImageElement;
	const natural = { width: image.naturalWidth, height: image.naturalHeight };
	if (!/^https?:/.test(image.currentSrc) || natural.width === 0) return null;
	const part = cutPixels(image, natural);
	const seen = area(intersect(cutPlace(image, natural), viewport())) * devicePixelRatio ** 2;
	if (area(part) < GAIN * seen) return null;
	return {
		picture: { kind: "address", url: image.currentSrc, part },
		place: () => cutPlace(image, natural),
		fromScreen: false,
	};
};
