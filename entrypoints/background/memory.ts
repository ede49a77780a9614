import type { Sender } from "../../lib/browser/messaging.ts";
import { remember } from "../../lib/browser/past-readings.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { thumbnailOf } from "../../lib/browser/thumbnail.ts";
import type { Pixels } from "../../lib/image/pixels.ts";
import { isOurs } from "./trust.ts";

/**
 * Keeps what was read in a tab, if the person wants that; nothing of private windows. Of what pages of the extension
 * read only that is kept for which they give a title: they also read the same thing again.
 */
export async function rememberReading(
	text: string,
	pixels: Pixels,
	sender: Sender,
	keepAs?: string,
	thumbnail: (pixels: Pixels) => Promise<string> = thumbnailOf,
): Promise<void> {
	const title = isOurs(sender) ? keepAs : sender.tab && (sender.tab.title ?? "");
	if (title === undefined || sender.tab?.incognito || text === "") return;
	if (!(await getSettings()).history.keep) return;
	await remember({
		id: crypto.randomUUID(),
		at: Date.now(),
		text,
		title,
		picture: await thumbnail(pixels),
	});
}
