import { captureTab } from "../../lib/browser/capture.ts";
import { decodePicture, pixelsOf } from "../../lib/browser/decode.ts";
import type { Sender } from "../../lib/browser/messaging.ts";
import { fetchAsked } from "../../lib/browser/network-use.ts";
import type { Pixels } from "../../lib/image/pixels.ts";
import type { Picture } from "../../lib/protocol.ts";
import { userError } from "../../lib/user-error.ts";

/** Milliseconds that a server has to answer. */
const PATIENCE = 15_000;

/** Gets the pixels of a picture wherever it lies. Rejects with a UserError where they cannot be had. */
export async function fetchPixels(picture: Picture, sender: Sender): Promise<Pixels> {
	switch (picture.kind) {
		case "data":
			return decodePicture(await (await fetch(picture.url)).blob());
		case "address":
			return decodePicture(await download(picture.url), picture.part);
		case "screenshot":
			return cutScreenshot(picture, sender);
	}
}

async function download(url: string): Promise<Blob> {
	if (!/^https?:/.test(url)) throw userError("error.address");
	try {
		const response = await fetchAsked(url, { credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
		if (!response.ok) throw new Error(`${response.status}`);
		return await response.blob();
	} catch {
		throw userError("error.notHandedOut");
	}
}

async function cutScreenshot(
	{ rect, viewportWidth }: Extract<Picture, { kind: "screenshot" }>,
	{ tab }: Sender,
): Promise<Pixels> {
	if (!tab?.active || tab.windowId === undefined) throw userError("error.notInView");
	const screenshot = await captureTab(tab.windowId).catch(() => {
		throw userError("error.noScreenshot");
	});
	const bitmap = await createImageBitmap(screenshot);
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
