import { computed, effect } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { PastReadingsPage } from "../../components/past-readings/past-readings-page.tsx";
import { createPastReadingsState } from "../../components/past-readings/past-readings-state.ts";
import { download } from "../../lib/browser/download.ts";
import { readingId } from "../../lib/browser/follow-reading.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { keepOnlyPictures, pictureOf } from "../../lib/browser/past-pictures.ts";
import {
	correct,
	forget,
	forgetAll,
	type PastReading,
	pastReadings,
	pin,
	remember,
} from "../../lib/browser/past-readings.ts";
import { savedSurface, savePicture } from "../../lib/browser/saved-pad.ts";
import { changeSettings, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { readingsToCsv, readingsToJson } from "../../lib/reading/past-readings-table.ts";

const [kept, settings] = await Promise.all([watched(pastReadings), watchSettings()]);
const past = createPastReadingsState({
	kept,
	forget,
	forgetAll,
	remember,
	correct,
	pin,
	reopen: openInPopup,
	copy: (text) => navigator.clipboard.writeText(text),
	keepReadings: (keep) => changeSettings((now) => ({ ...now, history: { ...now.history, keep } })),
});

const FORMATS = {
	csv: { write: readingsToCsv, type: "text/csv" },
	json: { write: readingsToJson, type: "application/json" },
} as const;

// What was deleted last can be brought back with its picture, as long as this page is there.
const keepPictures = (readings: readonly PastReading[]) =>
	keepOnlyPictures(new Set(readings.map(({ id }) => id))).catch(() => {});
effect(() => {
	const deleted = past.deleted.value;
	// What comes back stands in the store before this page hears of it.
	void pastReadings.getValue().then((now) => keepPictures([...now, ...deleted]));
});
addEventListener("pagehide", () => void keepPictures(kept.value));

/** Opens a past reading as it was put right where it can be looked at closely, and read by other models. */
async function openInPopup({ id, title, picture: small, text, read }: PastReading): Promise<boolean> {
	const url = (await pictureOf(id).catch(() => undefined)) ?? small;
	if (!url) return false;
	const name = title || t("past.heading");
	const past = { pastId: id, ...(read !== undefined && { pastText: text }) };
	await savePicture({ picture: { url, name, id: readingId(), ...past }, result: null });
	await savedSurface.setValue("picture");
	await browser.tabs.create({ url: browser.runtime.getURL("/popup.html") });
	return true;
}

markLanguage(document.documentElement);
document.title = t("past.title");
render(
	<PastReadingsPage
		past={past}
		keeps={computed(() => settings.value.history.keep)}
		onExport={(format) => {
			const { write, type } = FORMATS[format];
			download(new Blob([write(kept.value)], { type }), `digit-lens.${format}`);
		}}
	/>,
	document.getElementById("root")!,
);
