import { effect, signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { LabPage } from "../../components/lab/lab-page.tsx";
import { createTour } from "../../components/lab/tour/tour-state.ts";
import { type ViewId, viewOf } from "../../components/lab/views.ts";
import { labTourKnown } from "../../lib/browser/lab-tour.ts";
import { markLanguage, t } from "../../lib/browser/language.ts";
import { ownModels } from "../../lib/browser/own-model-list.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import { lazy } from "../../lib/tasks/lazy.ts";

const asked = new URLSearchParams(location.search).get("model");
const own = await watched(ownModels);
const known = [...MODELS, ...own.value].some(({ id }) => id === asked) ? asked : null;
const model = signal(known ?? (await getSettings()).model);
const view = signal<ViewId>(viewOf(location.hash));
const content = signal<ComponentChild>(null);

/** What each view shows; loaded at its first use, its state kept for as long as the page lives. */
const open: Record<ViewId, () => Promise<ComponentChild>> = {
	model: lazy(async () => (await import("./model.tsx")).openModel(model)),
	inside: lazy(async () => (await import("./inside.tsx")).openInside(model)),
	evaluate: lazy(async () => (await import("./evaluate.tsx")).openEvaluate(model)),
	speed: lazy(async () => (await import("./speed.tsx")).openSpeed()),
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
