import { area } from "../boxes.ts";
import { isWorthFetching } from "./fetched.ts";
import type { Source } from "./source.ts";
import { cutPlace, wholePlace } from "./visible-part.ts";

/** Lets the background fetch the file: some sites hand it to extensions, not to other sites. */
export const address: Source = async (element) => {
	if (!isWorthFetching(element)) return null;
	const natural = { width: element.naturalWidth, height: element.naturalHeight };
	// The background cannot cut off what object-fit does.
	if (area(cutPlace(element, natural)) < 0.99 * area(wholePlace(element, natural))) return null;
	return {
		picture: { kind: "address", url: element.currentSrc },
		place: () => wholePlace(element, natural),
		fromScreen: false,
	};
};
