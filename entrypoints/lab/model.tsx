import type { ReadonlySignal } from "@preact/signals";
import { createLabState } from "../../components/lab/model/model-state.ts";
import { ModelView } from "../../components/lab/model/model-view.tsx";
import { fetchCard, fetchDigitPictures } from "../../lib/browser/cards.ts";
import { MODELS } from "../../lib/models/catalogue.ts";

export async function openModel(model: ReadonlySignal<string>) {
	const lab = createLabState(model);
	for (const { id } of MODELS) void fetchCard(id).then((card) => lab.addCard(id, card));
	return <ModelView lab={lab} pictures={await fetchDigitPictures()} />;
}
