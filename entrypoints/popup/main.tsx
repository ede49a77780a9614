import { computed, effect } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { inkPicture } from "../../components/pad/ink-picture.ts";
import { doubtBelow } from "../../components/panel/doubt.ts";
import { pixelPicture } from "../../components/pixels/pixel-picture.ts";
import { Popup } from "../../components/popup/popup.tsx";
import { createPopupState } from "../../components/popup/popup-state.ts";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { download } from "../../lib/browser/download.ts";
import { takeNotice } from "../../lib/browser/notice.ts";
import { savedPad, savedPixels, savedSurface } from "../../lib/browser/saved-pad.ts";
import { chooseModel, modelTrouble, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";

const [saved, pixels, surface, notice, commands, settings, trouble] = await Promise.all([
	savedPad.getValue(),
	savedPixels.getValue(),
	savedSurface.getValue(),
	takeNotice(),
	listCommands(),
	watchSettings(),
	watched(modelTrouble),
]);

effect(() => {
	doubtBelow.value = settings.value.panel.doubtBelow;
});

const popup = createPopupState(
	{
		saved,
		settings: computed(() => settings.value.pad),
		read: (strokes) => request("readInk", { strokes }),
		models: MODELS.map(({ id }) => id),
		readWith: (drawing, model) =>
			"strokes" in drawing
				? request("readInk", { ...drawing, model })
				: request("readGlyph", { ...drawing, model }),
		readGlyph: (glyph) => request("readGlyph", { glyph }),
		savedPixels: pixels,
		savePixels: (history) => void savedPixels.setValue(history),
		saveSurface: (next) => void savedSurface.setValue(next),
		now: () => performance.now(),
		save: (pad) => void savedPad.setValue(pad),
		copyText: (text) => navigator.clipboard.writeText(text),
		savePicture: async (drawing, name) =>
			download(
				await ("strokes" in drawing
					? inkPicture(drawing.strokes, settings.value.pad)
					: pixelPicture(drawing.glyph)),
				name,
			),
		selectRegion: () => request("selectRegion", {}),
		chooseModel,
		close: () => window.close(),
	},
	{
		model: computed(() => settings.value.model),
		surface,
		trouble,
		notice,
		regionKeys: commands.find(({ name }) => name === "select-region")?.keys ?? "",
	},
);

render(
	<Popup popup={popup} onSettings={() => void browser.runtime.openOptionsPage()} />,
	document.getElementById("root")!,
);
// Another model may have been chosen since the reading was stored.
popup.sheet.value.reread();
