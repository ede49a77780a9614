import type { Sender } from "../../lib/browser/messaging.ts";
import { remember } from "../../lib/browser/past-readings.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { thumbnailOf } from "../../lib/browser/thumbnail.ts";
import type { Pixels } from "../../lib/image/pixels.ts";

/** Keeps what was read in a tab, if the person wants that; nothing of private windows. */
export async function rememberReading(
	text: string,
	pixels: Pixels,
	{ tab }: Sender,
	thumbnail: (pixels: Pixels) => Promise<string> = thumbnailOf,
): Promise<void> {
	if (!tab || tab.incognito || text === "" || !(await getSettings()).history.keep) return;
	await remember({
		id: crypto.randomUUID(),
		at: Date.now(),
		text,
		title: tab.title ?? "",
		picture: await thumbnail(pixels),
	});
}
