import { computed, type ReadonlySignal } from "@preact/signals";
import { createInsideState } from "../../components/lab/inside/inside-state.ts";
import { InsideView } from "../../components/lab/inside/inside-view.tsx";
import { fetchExamples } from "../../lib/browser/cards.ts";
import { takeLabGlyph } from "../../lib/browser/lab-glyph.ts";
import { savedPad } from "../../lib/browser/saved-pad.ts";
import { getSettings } from "../../lib/browser/settings.ts";
import { watched } from "../../lib/browser/watched.ts";
import type { ListedModel } from "../../lib/models/listed-model.ts";
import { openLaboratory } from "./laboratory.ts";

export async function openInside(
	model: ReadonlySignal<string>,
	models: ReadonlySignal<readonly ListedModel[]>,
) {
	const [laboratory, examples, page, pad, { panel }] = await Promise.all([
		openLaboratory(),
		fetchExamples(),
		takeLabGlyph(),
		watched(savedPad),
		getSettings(),
	]);
	const drawn = computed(() => pad.value?.reading?.digits.map(({ glyph }) => glyph) ?? []);
	const inside = createInsideState(laboratory, model, models, { drawn, page, examples }, panel.doubtBelow);
	return <InsideView inside={inside} />;
}
