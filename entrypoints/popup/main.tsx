import { computed, effect, signal } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { drawingFile } from "../../components/popup/drawing-file.ts";
import { Popup } from "../../components/popup/popup.tsx";
import { createPopupState, type Shown } from "../../components/popup/popup-state.ts";
import { doubtBelow } from "../../components/reading/doubt.ts";
import { fetchCard } from "../../lib/browser/cards.ts";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { download } from "../../lib/browser/download.ts";
import { followReading } from "../../lib/browser/follow-reading.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { takeNotice } from "../../lib/browser/notice.ts";
import { pastReadings } from "../../lib/browser/past-readings.ts";
import { openPictureFile } from "../../lib/browser/picture-file.ts";
import {
	type OpenedPicture,
	savedPad,
	savedPicture,
	savedPixels,
	savedSurface,
	savePicture,
} from "../../lib/browser/saved-pad.ts";
import { chooseModel, modelTrouble, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import type { Outcome } from "../../lib/protocol.ts";
import type { Reading } from "../../lib/reading/reading.ts";
import type { Following } from "../../lib/tasks/batches.ts";

const [pad, pixels, opened, surface, notice, commands, settings, trouble] = await Promise.all([
	savedPad.getValue(),
	savedPixels.getValue(),
	savedPicture.getValue(),
	savedSurface.getValue(),
	takeNotice(),
	listCommands(),
	watchSettings(),
	watched(modelTrouble),
]);

// Firefox closes a popup when it shows its dialog for files (https://bugzil.la/1292701).
const closesForDialogs = import.meta.env.FIREFOX && !(await browser.tabs.getCurrent());

async function openInTab(): Promise<void> {
	await savedSurface.setValue("picture");
	await browser.tabs.create({ url: browser.runtime.getURL("/popup.html") });
	window.close();
}

effect(() => {
	doubtBelow.value = settings.value.panel.doubtBelow;
});

function readWith(shown: Shown, model: string): Promise<Outcome<Reading>> {
	if ("strokes" in shown) return request("readInk", { ...shown, model });
	if ("glyph" in shown) return request("readGlyph", { ...shown, model });
	return readPicture(shown.picture, { model }).then((outcome) =>
		outcome.ok ? { ok: true, value: outcome.value.reading } : outcome,
	);
}

function readPicture(
	url: string,
	rest: { readonly model?: string; readonly keepAs?: string; readonly id?: string },
) {
	return request("readPicture", { picture: { kind: "data", url }, ...rest });
}

/** Reads a picture that was opened here; a new one is kept among the past readings, but nothing of private windows. */
async function readOpened(
	{ url, name, id }: OpenedPicture,
	isNew: boolean,
	{ signal, onProgress }: Required<Following>,
) {
	const stop = followReading(id, onProgress);
	signal.addEventListener("abort", () => void request("cancelReading", { id }).catch(() => {}));
	try {
		const keep = isNew && !(await browser.windows.getCurrent()).incognito;
		return await readPicture(url, { id, ...(keep && { keepAs: name }) });
	} finally {
		stop();
	}
}

/** Why something is gone when the popup closes; null when nothing is. */
const unsaved = signal<string | null>(null);

/** Nobody waits for what is saved, but where there is no room for it people are told. */
function saved(saving: Promise<unknown>): void {
	saving.then(
		() => {
			unsaved.value = null;
		},
		() => {
			unsaved.value = t("popup.notSaved");
		},
	);
}

const popup = createPopupState(
	{
		saved: pad,
		settings: computed(() => settings.value.pad),
		read: (strokes) => request("readInk", { strokes }),
		models: MODELS.map(({ id }) => id),
		readWith,
		readGlyph: (glyph) => request("readGlyph", { glyph }),
		readPicture: readOpened,
		loadPast: () => watched(pastReadings),
		savedPicture: opened,
		savePicture: (picture) => saved(savePicture(picture)),
		openFile: openPictureFile,
		savedPixels: pixels,
		savePixels: (history) => saved(savedPixels.setValue(history)),
		saveSurface: (next) => saved(savedSurface.setValue(next)),
		sizeOf: async (id) => (await fetchCard(id))?.bytes ?? null,
		now: () => performance.now(),
		save: (pad) => saved(savedPad.setValue(pad)),
		copyText: (text) => navigator.clipboard.writeText(text),
		saveDrawing: async (drawing, format, name) =>
			download(await drawingFile(drawing, settings.value.pad, format), name),
		copyPicture: (drawing) =>
			// The promise, not the file: browsers allow this during the click only.
			navigator.clipboard.write([
				new ClipboardItem({ "image/png": drawingFile(drawing, settings.value.pad, "png") }),
			]),
		selectRegion: () => request("selectRegion", {}),
		chooseModel,
		close: () => window.close(),
	},
	{
		model: computed(() => settings.value.model),
		surface,
		keeps: computed(() => settings.value.history.keep),
		trouble: computed(() => unsaved.value ?? trouble.value),
		notice,
		regionKeys: commands.find(({ name }) => name === "select-region")?.keys ?? "",
	},
);

markLanguage(document.documentElement);
const root = document.getElementById("root")!;
root.replaceChildren();
render(
	<Popup
		popup={popup}
		onSettings={() => void browser.runtime.openOptionsPage()}
		{...(closesForDialogs && { onChooseElsewhere: openInTab })}
	/>,
	root,
);
// Another model may have been chosen since the reading was stored.
popup.active.value.reread();
