import { render } from "preact";
import { browser } from "wxt/browser";
import { inkPicture } from "../../components/pad/ink-picture.ts";
import { Popup } from "../../components/popup/popup.tsx";
import { createPopupState } from "../../components/popup/popup-state.ts";
import { request } from "../../lib/browser/client.ts";
import { listCommands } from "../../lib/browser/commands.ts";
import { download } from "../../lib/browser/download.ts";
import { takeNotice } from "../../lib/browser/notice.ts";
import { savedPad } from "../../lib/browser/saved-pad.ts";
import { chosenModel, modelTrouble } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";

const [saved, notice, commands, model, trouble] = await Promise.all([
	savedPad.getValue(),
	takeNotice(),
	listCommands(),
	watched(chosenModel),
	watched(modelTrouble),
]);

const popup = createPopupState(
	{
		saved,
		read: (strokes) => request("readInk", { strokes }),
		models: MODELS.map(({ id }) => id),
		readWith: (strokes, model) => request("readInk", { strokes, model }),
		now: () => performance.now(),
		save: (pad) => void savedPad.setValue(pad),
		copyText: (text) => navigator.clipboard.writeText(text),
		savePicture: async (strokes, name) => download(await inkPicture(strokes), name),
		selectRegion: () => request("selectRegion", {}),
		chooseModel: chosenModel.setValue,
		close: () => window.close(),
	},
	{ model, trouble, notice, regionKeys: commands.find(({ name }) => name === "select-region")?.keys ?? "" },
);

render(
	<Popup popup={popup} onSettings={() => void browser.runtime.openOptionsPage()} />,
	document.getElementById("root")!,
);
// Another model may have been chosen since the reading was stored.
popup.pad.reread();
