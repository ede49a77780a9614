import { computed, effect, signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { LabPage } from "../../components/lab/lab-page.tsx";
import { createTour } from "../../components/lab/tour/tour-state.ts";
import { type ViewId, viewOf } from "../../components/lab/views.ts";
import { createOwnModels } from "../../components/own-models/own-models-state.ts";
import { labTourKnown } from "../../lib/browser/lab-tour.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { ownModelEffects } from "../../lib/browser/model-files/effects.ts";
import { ownModels } from "../../lib/browser/own-model-list.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { allModels } from "../../lib/models/listed-model.ts";
import { lazy } from "../../lib/tasks/lazy.ts";

const stored = await watched(ownModels);
const own = createOwnModels({
	...ownModelEffects(stored),
	onImported: ({ id }) => {
		model.value = id;
	},
});
const models = computed(() => allModels(stored.value));
const asked = new URLSearchParams(location.search).get("model");
const known = models.value.some(({ id }) => id === asked) ? asked : null;
const model = signal(known ?? (await getSettings()).model);
const view = signal<ViewId>(viewOf(location.hash));
const content = signal<ComponentChild>(null);

/** What each view shows; loaded at its first use, its state kept for as long as the page lives. */
const open: Record<ViewId, () => Promise<ComponentChild>> = {
	model: lazy(async () => (await import("./model.tsx")).openModel(model, own)),
	inside: lazy(async () => (await import("./inside.tsx")).openInside(model, models)),
	evaluate: lazy(async () => (await import("./evaluate.tsx")).openEvaluate(model, models)),
	speed: lazy(async () => (await import("./speed.tsx")).openSpeed(models)),
};

addEventListener("hashchange", () => {
	view.value = viewOf(location.hash);
});
effect(() => {
	const wanted = view.value;
	document.title = `${t(`lab.view.${wanted}`)} – ${t("lab.title")}`;
	open[wanted]()
		.catch(() => <p role="alert">{t("lab.notLoaded")}</p>)
		.then((shown) => {
			if (view.value === wanted) content.value = shown;
		});
});

markLanguage(document.documentElement);
render(
	<LabPage
		model={model}
		own={own}
		onChooseModel={(id) => {
			model.value = id;
		}}
		view={view}
		tour={createTour({
			known: await labTourKnown.getValue(),
			remember: () => void labTourKnown.setValue(true).catch(() => {}),
			show: (id) => {
				location.hash = `#/${id}`;
			},
		})}
		content={content}
	/>,
	document.getElementById("root")!,
);
