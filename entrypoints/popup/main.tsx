import { computed } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { drawingFile } from "../../components/popup/drawing-file.ts";
import { Popup } from "../../components/popup/popup.tsx";
import { createPopupState } from "../../components/popup/popup-state.ts";
import { createSaving } from "../../components/saving.ts";
import { fetchCard } from "../../lib/browser/cards.ts";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { cutOut } from "../../lib/browser/cut-out.ts";
import { download } from "../../lib/browser/download.ts";
import { endSession } from "../../lib/browser/inject.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { takeNotice } from "../../lib/browser/notice.ts";
import { ownModels } from "../../lib/browser/own-model-list.ts";
import { pastReadings } from "../../lib/browser/past-readings.ts";
import { openPictureFile } from "../../lib/browser/picture-file.ts";
import {
	savedPad,
	savedPicture,
	savedPixels,
	savedSurface,
	savePicture,
} from "../../lib/browser/saved-pad.ts";
import { chooseModel, modelTrouble, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import { readOpened, readWith } from "./read.ts";

// The toolbar button also takes a panel away that a page lets nobody close.
void endSession();

const [pad, pixels, opened, surface, notice, commands, settings, own, trouble] = await Promise.all([
	savedPad.getValue(),
	savedPixels.getValue(),
	savedPicture.getValue(),
	savedSurface.getValue(),
	takeNotice(),
	listCommands(),
	watchSettings(),
	watched(ownModels),
	watched(modelTrouble),
]);

// Firefox closes a popup when it shows its dialog for files (https://bugzil.la/1292701).
const closesForDialogs = import.meta.env.FIREFOX && !(await browser.tabs.getCurrent());

async function openInTab(): Promise<void> {
	await savedSurface.setValue("picture");
	await browser.tabs.create({ url: browser.runtime.getURL("/popup.html") });
	window.close();
}

const { incognito: isPrivate } = await browser.windows.getCurrent();
const { unsaved, follow } = createSaving(t("popup.notSaved"));
const saved = (saving: Promise<unknown>) => void follow(saving);
const popup = createPopupState(
	{
		saved: pad,
		settings: computed(() => settings.value.pad),
		read: (strokes) => request("readInk", { strokes }),
		readWith,
		readGlyph: (glyph) => request("readGlyph", { glyph }),
		readPicture: readOpened,
		// Of private windows nothing is kept.
		correct: (pastId, text, corrections) =>
			void (isPrivate || request("correctReading", { pastId, text, corrections }).catch(() => {})),
		loadPast: () => watched(pastReadings),
		savedPicture: opened,
		savePicture: (picture) => saved(savePicture(picture)),
		openFile: openPictureFile,
		cutOut,
		savedPixels: pixels,
		savePixels: (history) => saved(savedPixels.setValue(history)),
		saveSurface: (next) => saved(savedSurface.setValue(next)),
		sizeOf: async (id) =>
			own.value.find((model) => model.id === id)?.bytes ?? (await fetchCard(id))?.bytes ?? null,
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
		models: computed(() => [...MODELS, ...own.value]),
		doubtBelow: computed(() => settings.value.panel.doubtBelow),
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
		own={own}
		onSettings={() => void browser.runtime.openOptionsPage()}
		{...(closesForDialogs && { onChooseElsewhere: openInTab })}
	/>,
	root,
);
// Another model may have been chosen since the reading was stored.
popup.active.value.reread();
