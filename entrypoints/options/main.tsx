import { computed, signal } from "@preact/signals";
import { render } from "preact";
import type { Cards } from "../../components/options/model-choice.tsx";
import { OptionsPage } from "../../components/options/options-page.tsx";
import { fetchCard } from "../../lib/browser/cards.ts";
import { listCommands, openKeySettings } from "../../lib/browser/commands.ts";
import { chooseModel, modelTrouble, watchSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";

const [settings, trouble, commands] = await Promise.all([
	watchSettings(),
	watched(modelTrouble),
	listCommands(),
]);
const cards = signal<Cards>({});

render(
	<OptionsPage
		model={computed(() => settings.value.model)}
		trouble={trouble}
		cards={cards}
		commands={commands}
		onChooseModel={(id) => void chooseModel(id)}
		onChangeKeys={openKeySettings}
	/>,
	document.getElementById("root")!,
);

for (const { id } of MODELS)
	void fetchCard(id).then((card) => {
		cards.value = { ...cards.value, [id]: card };
	});
