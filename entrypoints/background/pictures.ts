import { captureTab } from "../../lib/browser/capture.ts";
import { decodePicture, pixelsOf } from "../../lib/browser/decode.ts";
import type { Sender } from "../../lib/browser/messaging.ts";
import type { Pixels } from "../../lib/image/pixels.ts";
import type { Picture } from "../../lib/protocol.ts";
import { userError } from "../../lib/user-error.ts";

/** Gets the pixels of a picture. Rejects with a UserError where they cannot be had. */
export async function fetchPixels(picture: Picture, sender: Sender): Promise<Pixels> {
	switch (picture.kind) {
		case "data":
			return decodePicture(await (await fetch(picture.url)).blob());
		case "screenshot":
			return cutScreenshot(picture, sender);
	}
}

async function cutScreenshot(
	{ rect, viewportWidth }: Extract<Picture, { kind: "screenshot" }>,
	{ tab }: Sender,
): Promise<Pixels> {
	if (tab?.id === undefined) throw userError("error.notInView");
	const bitmap = await createImageBitmap(await captureTab(tab.id));
	try {
		// Screenshots are in device pixels: CSS pixels times device pixel ratio times page zoom.
		const scale = bitmap.width / viewportWidth;
		return pixelsOf(bitmap, {
			x: rect.x * scale,
			y: rect.y * scale,
			width: rect.width * scale,
			height: rect.height * scale,
		});
	} finally {
		bitmap.close();
	}
}
