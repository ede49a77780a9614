import { t } from "../../lib/browser/language.ts";
import { addressOf } from "./find.ts";
import { own } from "./own.ts";

/** How long a picture that is still loading may take. Milliseconds. */
const PATIENCE = 3000;

/**
 * Why there is no picture to read in an element yet, as a sentence; null where there is one. Waits a while for one that
 * is still loading. What browsers show instead, a broken image's icon or its alternative text, is no picture.
 */
export async function notThere(element: Element): Promise<string | null> {
	const image = imageOf(element);
	if (!image?.currentSrc && !image?.src) return null;
	const decoded = await Promise.race([decodes(image), late()]);
	if (!image.complete) return t("picker.stillLoading");
	// Decoding a large picture may take longer than that; the page shows it all the same.
	return decoded === false ? t("picker.broken") : null;
}

/** The image that an element is; of one that tells nothing of its picture, the same picture once more. */
function imageOf(element: Element): HTMLImageElement | null {
	switch (own(element, "localName")) {
		case "img":
			return element as HTMLImageElement;
		case "input":
		case "image": {
			const image = document.createElement("img");
			image.src = addressOf(element);
			return image;
		}
		default:
			return null;
	}
}

async function decodes(image: HTMLImageElement): Promise<boolean> {
	const decode = () =>
		image.decode().then(
			() => true,
			() => false,
		);
	// A page may give it another picture meanwhile, which then counts.
	return (await decode()) || decode();
}

function late(): Promise<null> {
	return new Promise((done) => setTimeout(done, PATIENCE, null));
}
