import { computed, signal } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { createCorrectionsState } from "../../components/options/corrections/corrections-state.ts";
import type { Cards } from "../../components/options/model-choice.tsx";
import { OptionsPage } from "../../components/options/options-page.tsx";
import { createOptionsState } from "../../components/options/options-state.ts";
import { problemReport } from "../../components/options/problem-report.ts";
import { createOwnModels } from "../../components/own-models/own-models-state.ts";
import { fetchCard } from "../../lib/browser/cards.ts";
import { request } from "../../lib/browser/client.ts";
import { askForClipboard, giveClipboardBack } from "../../lib/browser/clipboard.ts";
import { listCommands, openKeySettings } from "../../lib/browser/commands.ts";
import {
	corrections,
	forgetCorrection,
	forgetCorrections,
	rememberCorrections,
} from "../../lib/browser/corrections.ts";
import { download } from "../../lib/browser/download.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { ownModelEffects } from "../../lib/browser/model-files/effects.ts";
import { networkUse } from "../../lib/browser/network-use.ts";
import { ownModels, ownModelsDamaged } from "../../lib/browser/own-model-list.ts";
import { deleteLostNetworks } from "../../lib/browser/own-models.ts";
import { pastReadings } from "../../lib/browser/past-readings.ts";
import { changeSettings, modelTrouble, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import { projectPages, REPOSITORY } from "../../lib/project.ts";

const [settings, models, modelsDamaged, trouble, use, commands, past, corrected] = await Promise.all([
	watchSettings(),
	watched(ownModels),
	watched(ownModelsDamaged),
	watched(modelTrouble),
	watched(networkUse),
	listCommands(),
	watched(pastReadings),
	watched(corrections),
]);
const options = createOptionsState({
	settings,
	change: changeSettings,
	saveFile: (content, name) => download(new Blob([content], { type: "application/json" }), name),
});
/** What the background runs on, once it has said so. */
const engine = signal("");
if (REPOSITORY)
	void request("describeEngine", {}).then((answer) => {
		if (!answer.ok) return;
		const { backend, simd, threads } = answer.value;
		engine.value = `${backend}, ${simd ? "SIMD" : "no SIMD"}, ${threads} threads`;
	});
const cards = signal<Cards>({});
const own = createOwnModels(ownModelEffects(models));

const correctionsState = createCorrectionsState({
	kept: corrected,
	forget: forgetCorrection,
	forgetAll: forgetCorrections,
	remember: rememberCorrections,
	saveFile: (content, name) => download(new Blob([content], { type: "application/json" }), name),
});

markLanguage(document.documentElement);
document.title = t("options.title");
render(
	<OptionsPage
		options={options}
		trouble={trouble}
		cards={cards}
		own={own}
		ownDamaged={modelsDamaged}
		corrections={correctionsState}
		pastReadings={computed(() => past.value.length)}
		commands={commands}
		networkUse={use}
		onChangeKeys={openKeySettings}
		about={{
			version: browser.runtime.getManifest().version,
			pages: projectPages(REPOSITORY),
			report: () =>
				problemReport({
					version: browser.runtime.getManifest().version,
					browser: navigator.userAgent,
					language: browser.i18n.getUILanguage(),
					settings: settings.value,
					engine: engine.value,
				}),
			onCopy: (text) => navigator.clipboard.writeText(text),
		}}
		onAutoCopy={(on) => void (on ? askForClipboard() : giveClipboardBack())}
	/>,
	document.getElementById("root")!,
);

// Where this fails, there is a next time.
void deleteLostNetworks().catch(() => {});
for (const { id } of MODELS)
	void fetchCard(id).then((card) => {
		cards.value = { ...cards.value, [id]: card };
	});
