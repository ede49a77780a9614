import { pictureSize } from "../image/file-size.ts";
import type { Outcome } from "../protocol.ts";
import { formatMegabytes, formatNumber, t } from "./language.ts";
import { MAX_PIXELS, tooLarge } from "./picture-limits.ts";

/** A message to the background holds at most 64 MB, and base64 makes files a third larger. */
const MAX_BYTES = 40 * 2 ** 20;

/** A picture file as a `data:` address, or why it cannot be read. */
export async function openPictureFile(file: File): Promise<Outcome<string>> {
	const picture = await asPicture(file);
	if (!picture) return { ok: false, sentence: t("error.noPicture", { name: file.name }) };
	if (file.size > MAX_BYTES)
		return {
			ok: false,
			sentence: t("error.pictureBytes", {
				size: formatMegabytes(file.size),
				most: formatMegabytes(MAX_BYTES),
			}),
		};
	try {
		// Not even shown: browsers decode what they show.
		const size = await tooLarge(file);
		if (size)
			return {
				ok: false,
				sentence: t("error.filePixels", {
					...size,
					most: formatNumber(MAX_PIXELS, { notation: "compact", compactDisplay: "long" }),
				}),
			};
		return { ok: true, value: await addressOf(picture) };
	} catch {
		return { ok: false, sentence: t("error.fileGone") };
	}
}

/** So much of a file tells what it is. Bytes. */
const HEAD = 2 ** 16;

/**
 * A file as a picture, by its type, which is that of its name, or by its content where its name says something else;
 * null where it is none.
 */
async function asPicture(file: File): Promise<Blob | null> {
	// A drawing of a few lines may take for ever to draw, and nothing here reads any.
	if (file.type.startsWith("image/") && !file.type.startsWith("image/svg")) return file;
	const head = await file
		.slice(0, HEAD)
		.arrayBuffer()
		.catch(() => new ArrayBuffer(0));
	// Browsers look into what is said to be any picture.
	return pictureSize(new Uint8Array(head)) ? file.slice(0, file.size, "image/png") : null;
}

function addressOf(file: Blob): Promise<string> {
	const reader = new FileReader();
	return new Promise((done, fail) => {
		reader.onload = () => done(reader.result as string);
		reader.onerror = () => fail(reader.error);
		reader.readAsDataURL(file);
	});
}

/** The first file of what was pasted or dropped; a picture before any other. */
export function fileIn(data: DataTransfer | null): File | undefined {
	const files = [...(data?.files ?? [])];
	return files.find(({ type }) => type.startsWith("image/")) ?? files[0];
}
