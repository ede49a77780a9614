import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { filesOfDrop } from "../../lib/browser/chosen-files.ts";
import { t } from "../../lib/browser/language.ts";
import { ModelSelect } from "../model-select.tsx";
import { ImportStatus } from "../own-models/import-status.tsx";
import type { OwnModelsState } from "../own-models/own-models-state.ts";
import { Glossary } from "./glossary/glossary.tsx";
import { TourCard, TourOffer } from "./tour/tour.tsx";
import type { TourState } from "./tour/tour-state.ts";
import { VIEWS, type ViewId } from "./views.ts";

interface LabProps {
	readonly model: ReadonlySignal<string>;
	/** Those that were imported, and what imports more. */
	readonly own: OwnModelsState;
	readonly onChooseModel: (id: string) => void;
	readonly view: ReadonlySignal<ViewId>;
	readonly tour: TourState;
	/** What is shown; null while it is on its way. */
	readonly content: ReadonlySignal<ComponentChild>;
}

/** The frame of all views of the lab: which model, which view. */
export function LabPage({ model, own, onChooseModel, view, tour, content }: LabProps) {
	return (
		<main
			class="lab"
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				// What falls into a place for digits belongs there.
				if (event.defaultPrevented || !event.dataTransfer) return;
				event.preventDefault();
				void own.importChosen(filesOfDrop(event.dataTransfer));
			}}
		>
			<header>
				<img src="/icon/128.png" width="32" height="32" alt="" />
				<h1>{t("lab.title")}</h1>
				<nav aria-label={t("lab.views")}>
					{VIEWS.map((id) => (
						<a key={id} href={`#/${id}`} aria-current={view.value === id ? "page" : undefined}>
							{t(`lab.view.${id}`)}
						</a>
					))}
				</nav>
				<button type="button" class="link tour-again" onClick={tour.begin}>
					{t("lab.tour.title")}
				</button>
				<ModelSelect model={model} own={own.models} onChoose={onChooseModel} />
			</header>
			<ImportStatus own={own} />
			<TourOffer tour={tour} />
			{content.value}
			<Glossary />
			<TourCard tour={tour} />
		</main>
	);
}
