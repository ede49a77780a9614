import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { openFrame } from "../../lib/browser/inject.ts";
import { openLabWith } from "../../lib/browser/lab-glyph.ts";
import { createMenus } from "../../lib/browser/menus.ts";
import { countImage, countOtherRequests } from "../../lib/browser/network-use.ts";
import { ownModels } from "../../lib/browser/own-model-list.ts";
import { openOwnModel } from "../../lib/browser/own-networks.ts";
import { getSettings, hideStorageFromPages, modelTrouble } from "../../lib/browser/settings.ts";
import { welcome } from "../../lib/browser/welcome.ts";
import { startBackend } from "../../lib/models/backend.ts";
import { DEFAULT_MODEL } from "../../lib/models/catalogue.ts";
import { backendFacts } from "../../lib/models/facts.ts";
import { registerFurtherKernels } from "../../lib/models/further-kernels.ts";
import { registerInferenceKernels } from "../../lib/models/inference-kernels.ts";
import { loadClassifier, readyClassifier } from "../../lib/models/loading.ts";
import { isOwn } from "../../lib/models/own-model.ts";
import type { Model } from "../../lib/models/verdict.ts";
import { readGlyph } from "../../lib/reading/read-glyph.ts";
import { readInk } from "../../lib/reading/read-ink.ts";
import { readPicture } from "../../lib/reading/read-picture.ts";
import { answer } from "./answer.ts";
import { createEngine } from "./engine.ts";
import { cannotShow, onCommand, onMenu, resume, selectRegion, takeTask } from "./gestures.ts";
import { correctReading, rememberReading } from "./memory.ts";
import { fetchPixels } from "./pictures.ts";
import { createReadings } from "./readings.ts";
import { createSpeed } from "./speed.ts";
import { fromOurFrames, fromOurPages } from "./trust.ts";

// Listeners are attached in the first tick, or the event that woke the worker would be lost.
export default defineBackground({
	main() {
		const engine = createEngine({
			start: () => {
				registerInferenceKernels();
				return startBackend(browser.runtime.getURL("/"));
			},
			load: loadModel,
			versionOf: async (id) => {
				if (!isOwn(id)) return "";
				const own = (await ownModels.getValue()).find((own) => own.id === id);
				return own ? JSON.stringify(own.input) : null;
			},
			chosen: async () => (await getSettings()).model,
			trouble: modelTrouble.setValue,
			fallback: DEFAULT_MODEL,
			describe: backendFacts,
		});
		const readings = createReadings({
			engine,
			readInk,
			readGlyph,
			readPicture,
			// Pages of the extension without a tab are the popup.
			ownerOf: ({ tab }) => String(tab?.id ?? "popup"),
			pixelsOf: fetchPixels,
			remember: rememberReading,
		});

		const measureModel = createSpeed({ engine, now: () => performance.now() });

		countOtherRequests();
		void hideStorageFromPages();
		answer("readInk", (data) => readings.readInk(data));
		answer("readGlyph", (data) => readings.readGlyph(data));
		answer("readPicture", (data, sender) => readings.readPicture(data, sender));
		answer("readingProgress", (data) => readings.readingProgress(data));
		answer("cancelReading", (data) => readings.cancelReading(data));
		answer("correctReading", correctReading);
		answer("countImage", countImage);
		answer("openFrame", ({ token }, sender) => openFrame(token, sender.tab?.id));
		answer("selectRegion", (_, sender) => fromOurPages(sender, selectRegion));
		answer("cannotShow", cannotShow);
		answer("takeTask", takeTask);
		answer("lookInside", (data, sender) => fromOurFrames(sender, () => openLabWith(data)));
		answer("describeEngine", (_, sender) => fromOurPages(sender, engine.describe));
		answer("measureModel", (data, sender) => fromOurPages(sender, () => measureModel(data)));
		browser.contextMenus.onClicked.addListener((click, tab) => void onMenu(click, tab));
		browser.commands.onCommand.addListener((command, tab) => void onCommand(command, tab));
		void resume();
		browser.runtime.onInstalled.addListener((details) => {
			void createMenus();
			void welcome(details);
		});
	},
});

/** A model of the package, or one that was imported, with the kernels that only those need. */
async function loadModel(id: string): Promise<Model & { dispose(): void }> {
	if (!isOwn(id)) return loadClassifier(id, readPackagedFile);
	registerFurtherKernels();
	return readyClassifier(await openOwnModel(id));
}

async function readPackagedFile(path: string): Promise<ArrayBuffer> {
	const response = await fetch(browser.runtime.getURL(`/${path}` as "/"));
	return response.arrayBuffer();
}
