import { computed } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import type { Pen } from "../../components/pad/brush.ts";
import { inkSvg } from "../../components/pad/ink-svg.ts";
import { drawingFile } from "../../components/popup/drawing-file.ts";
import { drawingId, keepDrawings, type ReadDrawing } from "../../components/popup/keep-drawings.ts";
import { Popup } from "../../components/popup/popup.tsx";
import { createPopupState } from "../../components/popup/popup-state.ts";
import { createSaving } from "../../components/saving.ts";
import { besidePage } from "../../lib/browser/beside-page.ts";
import { fetchCard } from "../../lib/browser/cards.ts";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { cutOut } from "../../lib/browser/cut-out.ts";
import { download } from "../../lib/browser/download.ts";
import { endSession } from "../../lib/browser/inject.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { takeNotice } from "../../lib/browser/notice.ts";
import { ownModels } from "../../lib/browser/own-model-list.ts";
import { pastReadings, remember } from "../../lib/browser/past-readings.ts";
import { openPictureFile } from "../../lib/browser/picture-file.ts";
import {
	savedPad,
	savedPicture,
	savedPixels,
	savedSurface,
	savePicture,
} from "../../lib/browser/saved-pad.ts";
import { chooseModel, modelTrouble, watchSettings } from "../../lib/browser/settings.ts";
import type { Stored } from "../../lib/browser/stored.ts";
import { watched } from "../../lib/browser/watched.ts";
import { allModels } from "../../lib/models/listed-model.ts";
import { readOpened, readWith } from "./read.ts";

/** In a tab that was opened for a file to be chosen. */
const CHOOSING = "#choose";

/** Shows the pad with its reading: in the toolbar's popup, or where it stays, beside the page. */
export async function start(where: "popup" | "beside"): Promise<void> {
	// The toolbar button also takes a panel away that a page lets nobody close.
	if (where === "popup") void endSession();

	const [pad, pixels, opened, surface, notice, commands, settings, own, trouble, tab, inWindow, openBeside] =
		await Promise.all([
			savedPad.getValue(),
			savedPixels.getValue(),
			savedPicture.getValue(),
			savedSurface.getValue(),
			where === "popup" ? takeNotice() : null,
			listCommands(),
			watchSettings(),
			watched(ownModels),
			watched(modelTrouble),
			browser.tabs.getCurrent(),
			browser.windows.getCurrent(),
			besidePage(),
		]);
	const choosesHere = location.hash === CHOOSING;
	const stays = where === "beside" || choosesHere;

	// Firefox closes a popup when it shows its dialog for files (https://bugzil.la/1292701): a tab stays.
	async function chooseInTab(): Promise<void> {
		await savedSurface.setValue("picture");
		await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html${CHOOSING}` as "/") });
		close();
	}

	const { unsaved, follow: keepTrack } = createSaving(t("popup.notSaved"));
	const saved = (saving: Promise<unknown>) => void keepTrack(saving);
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
				void (inWindow.incognito || request("correctReading", { pastId, text, corrections }).catch(() => {})),
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
			close: () => close(),
		},
		{
			model: computed(() => settings.value.model),
			models: computed(() => allModels(own.value)),
			doubtBelow: computed(() => settings.value.panel.doubtBelow),
			surface: choosesHere ? "picture" : surface,
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
			stays={stays}
			choosesHere={choosesHere}
			{...(!stays && import.meta.env.FIREFOX && !tab && { onChooseElsewhere: chooseInTab })}
			{...(!stays && openBeside && { onStay: () => void openBeside().then(close) })}
		/>,
		root,
	);
	// Another model may have been chosen since the reading was stored.
	popup.active.value.reread();

	// The same is shown in the popup and beside the page: who is not worked with follows.
	const follow = <T,>(item: Stored<T>, adopt: (value: T) => void) =>
		item.watch((value) => {
			if (!document.hasFocus()) adopt(value);
		});
	follow(savedPad, popup.pad.adopt);
	follow(savedPixels, popup.pixels.adopt);
	follow(savedPicture, popup.picture.adopt);
	follow(savedSurface, popup.show);

	// What is under the pen when a popup closes is drawn all the same.
	addEventListener("pagehide", () => {
		if (popup.pad.drawing.value) popup.pad.lift();
		popup.pixels.lift();
	});

	const wanted = computed(
		() => settings.value.history.keep && settings.value.history.drawings && !inWindow.incognito,
	);
	keepDrawings(popup.pad, wanted, (drawing) => void saved(rememberDrawing(drawing, settings.value.pad)));
}

/** Drawings stand among past readings once each, however often they change. */
async function rememberDrawing({ strokes, text }: ReadDrawing, pen: Pen): Promise<void> {
	await remember({
		id: await drawingId(strokes),
		at: Date.now(),
		text,
		title: t("past.drawn"),
		picture: `data:image/svg+xml;base64,${btoa(inkSvg(strokes, pen))}`,
	});
}
