import { computed } from "@preact/signals";
import { render } from "preact";
import { PastReadingsPage } from "../../components/past-readings/past-readings-page.tsx";
import { createPastReadingsState } from "../../components/past-readings/past-readings-state.ts";
import { download } from "../../lib/browser/download.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { forget, forgetAll, pastReadings, remember } from "../../lib/browser/past-readings.ts";
import { changeSettings, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { readingsToCsv, readingsToJson } from "../../lib/reading/past-readings-table.ts";

const [kept, settings] = await Promise.all([watched(pastReadings), watchSettings()]);
const past = createPastReadingsState({
	kept,
	forget,
	forgetAll,
	remember,
	copy: (text) => navigator.clipboard.writeText(text),
	keepReadings: (keep) => changeSettings((now) => ({ ...now, history: { ...now.history, keep } })),
});

const FORMATS = {
	csv: { write: readingsToCsv, type: "text/csv" },
	json: { write: readingsToJson, type: "application/json" },
} as const;

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
