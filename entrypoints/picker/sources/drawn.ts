import { own } from "../own.ts";
import { placeOf } from "../place-of.ts";
import { isUpright } from "../viewport.ts";
import { backdropOf } from "./backdrop.ts";
import { encode, type Visual } from "./encode.ts";
import type { Source } from "./source.ts";
import { cutPixels, cutPlace } from "./visible-part.ts";

type VisibleVisual = Visual & { readonly source: HTMLElement };

/** Draws an image, a video frame or a canvas in its own page, at its own resolution. */
export const drawn: Source = async (element) => {
	const visual = await visualOf(element);
	if (!visual || !isUpright(element)) return null;
	const { source, width, height } = visual;
	const part = cutPixels(source, { width, height });
	if (part.width < 1 || part.height < 1) return null;
	const picture = encode(visual, part, backdropOf(element));
	return (
		picture && {
			picture,
			place: placeOf(source, () => cutPlace(source, { width, height })),
			fromScreen: false,
		}
	);
};

// By name, not by class: an element of a frame has the classes of that frame.
async function visualOf(element: Element): Promise<VisibleVisual | null> {
	switch (own(element, "localName")) {
		case "img":
			return imageVisual(element as HTMLImageElement);
		case "video": {
			const source = element as HTMLVideoElement;
			if (source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
			return { source, width: source.videoWidth, height: source.videoHeight, density: 1 };
		}
		case "canvas": {
			const source = element as HTMLCanvasElement;
			return isEmpty(source) ? null : { source, width: source.width, height: source.height, density: 1 };
		}
		default:
			return null;
	}
}

async function imageVisual(source: HTMLImageElement): Promise<VisibleVisual | null> {
	if (!source.complete || source.naturalWidth === 0) return null;
	const { naturalWidth: width, naturalHeight: height } = source;
	return { source, width, height, density: await densityOf(source) };
}

async function densityOf(image: HTMLImageElement): Promise<number> {
	// Line drawings have no pixels of their own: as many as the screen shows.
	if (/\.svg(?:$|[?#])|^data:image\/svg/i.test(image.currentSrc))
		return (image.width * devicePixelRatio) / image.naturalWidth;
	if (!image.srcset && image.parentElement?.localName !== "picture") return 1;
	const file = await createImageBitmap(image).catch(() => null);
	return file ? file.width / image.naturalWidth : 1;
}

/** A WebGL canvas gives up its pixels after it was shown, and looks transparent from then on. */
function isEmpty(canvas: HTMLCanvasElement): boolean {
	const probe = document.createElement("canvas");
	probe.width = probe.height = 64;
	const context = probe.getContext("2d")!;
	context.drawImage(canvas, 0, 0, 64, 64);
	try {
		return context.getImageData(0, 0, 64, 64).data.every((value) => value === 0);
	} catch {
		return true;
	}
}
