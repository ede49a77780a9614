import type { ReadonlySignal } from "@preact/signals";
import { createModelState } from "../../components/lab/model/model-state.ts";
import { ModelView } from "../../components/lab/model/model-view.tsx";
import type { OwnModelsState } from "../../components/own-models/own-models-state.ts";
import { fetchCard, fetchDigitPictures } from "../../lib/browser/cards.ts";
import { MODELS } from "../../lib/models/catalogue.ts";
import { openLaboratory } from "./laboratory.ts";

export async function openModel(model: ReadonlySignal<string>, own: OwnModelsState) {
	const state = createModelState(model, own.models, async (id) => (await openLaboratory()).layers(id));
	for (const { id } of MODELS) void fetchCard(id).then((card) => state.addCard(id, card));
	const pictures = await fetchDigitPictures();
	return <ModelView state={state} pictures={(index) => pictures[index]} importer={own} />;
}
