import { correctionsOf } from "../../lib/browser/corrections.ts";
import { t } from "../../lib/browser/language.ts";
import type { Data, Sender } from "../../lib/browser/messaging.ts";
import { keepPicture } from "../../lib/browser/past-pictures.ts";
import { correct, pastReadings, remember, rememberApart } from "../../lib/browser/past-readings.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { legible, thumbnailOf } from "../../lib/browser/thumbnail.ts";
import type { Pixels } from "../../lib/image/pixels.ts";
import type { Outcome } from "../../lib/protocol.ts";
import { createQueue } from "../../lib/tasks/queue.ts";
import { fromOurFrames, isOurs } from "./trust.ts";

/** A picture that was read. */
export interface SeenPicture {
	readonly id: string;
	/** As `PastReading` keeps it. */
	readonly text: string;
	readonly pixels: Pixels;
	/** The title that a page of the extension gives; a tab has its own. */
	readonly keepAs?: string;
	/** Nobody follows it by a name: it is kept beside others of the same picture, which a person would see as one. */
	readonly isApart?: boolean;
}

/** Pages choose their titles, and browsers hand out any length. Characters. */
const LONGEST_TITLE = 300;

/** Longer addresses hold more than where a page is. Characters. */
const LONGEST_ADDRESS = 2000;

/** The address of a page of the web without a name, a password or a place in it; empty where it has none. */
function addressOf(url = ""): string {
	if (!URL.canParse(url)) return "";
	const address = new URL(url);
	if (!/^https?:$/.test(address.protocol)) return "";
	address.username = "";
	address.password = "";
	address.hash = "";
	return address.href.length > LONGEST_ADDRESS ? "" : address.href;
}

interface PictureEffects {
	readonly thumbnail: (pixels: Pixels) => Promise<string>;
	/** Keeps a picture that can be read once more. */
	readonly keepLarge: (id: string, pixels: Pixels) => Promise<void>;
}

async function keepLegible(id: string, pixels: Pixels): Promise<void> {
	const kept = new Set((await pastReadings.getValue()).map((reading) => reading.id));
	await keepPicture(id, await legible(pixels), kept);
}

// A correction waits for the reading that it is about, which is kept with a picture that takes time to make.
const inTurn = createQueue();

/**
 * Keeps what was read in a tab, if the person wants that; nothing of private windows. Of what pages of the extension
 * read only that is kept for which they give a title: they also read the same thing again. Answers false where it
 * should be kept and there is no room.
 */
export function rememberReading(
	{ id, text, pixels, keepAs, isApart = false }: SeenPicture,
	sender: Sender,
	{ thumbnail, keepLarge }: PictureEffects = { thumbnail: thumbnailOf, keepLarge: keepLegible },
): Promise<boolean> {
	return inTurn(async () => {
		const title = isOurs(sender) ? keepAs : sender.tab && (sender.tab.title ?? "");
		if (title === undefined || sender.tab?.incognito || text === "") return true;
		if (!(await getSettings()).history.keep) return true;
		const picture = await thumbnail(pixels).catch(() => "");
		const address = isOurs(sender) ? "" : addressOf(sender.tab?.url);
		const reading = { id, at: Date.now(), text, title: title.slice(0, LONGEST_TITLE), picture };
		try {
			await (isApart ? rememberApart : remember)({ ...reading, ...(address && { address }) });
		} catch {
			return false;
		}
		// Without its large picture a reading is one all the same.
		await keepLarge(id, pixels).catch(() => {});
		return true;
	});
}

/**
 * Answers a request to correct what is kept. Which glyphs were put right only a person can say, in a page or a frame of
 * the extension; of private windows they are not kept.
 */
export async function correctReading(
	{ pastId, text, corrections }: Data<"correctReading">,
	sender: Sender,
): Promise<Outcome<null>> {
	const done = await inTurn(async () => {
		await correct(pastId, text);
		const keeps = corrections && !sender.tab?.incognito && (await getSettings()).corrections.keep;
		if (keeps)
			await fromOurFrames(sender, async () => ({
				ok: true,
				value: await correctionsOf(pastId, corrections),
			}));
	}).then(
		() => true,
		() => false,
	);
	return done ? { ok: true, value: null } : { ok: false, sentence: t("error.notCorrected") };
}
