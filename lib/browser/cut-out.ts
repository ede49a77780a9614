import type { Box } from "../geometry.ts";
import { userError } from "../user-error.ts";

/**
 * A part of a picture in its own pixels, as a PNG.
 *
 * @param url a `data:` address
 * @param part shares of its width and height, 0..1
 * @returns a `data:` address; rejects with a UserError where the picture cannot be decoded
 */
export async function cutOut(url: string, part: Box): Promise<string> {
	const image = new Image();
	image.src = url;
	await image.decode().catch(() => {
		throw userError("error.pictureBroken");
	});
	const { naturalWidth, naturalHeight } = image;
	const x = Math.floor(part.x * naturalWidth);
	const y = Math.floor(part.y * naturalHeight);
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.ceil(part.width * naturalWidth));
	canvas.height = Math.max(1, Math.ceil(part.height * naturalHeight));
	canvas.getContext("2d")!.drawImage(image, -x, -y);
	return canvas.toDataURL("image/png");
}
