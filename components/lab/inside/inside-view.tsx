import { useSignal } from "@preact/signals";
import { t } from "../../../lib/browser/language.ts";
import { Part } from "../part.tsx";
import { VariationView } from "../variation/variation-view.tsx";
import { ExplanationView } from "./explanation-view.tsx";
import type { InsideState } from "./inside-state.ts";
import { LayerFlow } from "./layer-flow.tsx";
import { Lens } from "./lens.tsx";
import { MapDialog } from "./map-dialog.tsx";
import { NetworkDiagram } from "./network-diagram.tsx";
import { PenView } from "./pen-view.tsx";
import { ReminderView } from "./reminder-view.tsx";
import { SpecimenStrip } from "./specimen-strip.tsx";

/** One digit on its way through a model, live while it is drawn. */
export function InsideView({ inside }: { inside: InsideState }) {
	const pinned = useSignal(false);
	return (
		<>
			<Part title={t("lab.lens.title")} part="lens" wide pinned={pinned.value}>
				<label class="check lens-pin">
					<input
						type="checkbox"
						checked={pinned.value}
						onChange={(event) => {
							pinned.value = event.currentTarget.checked;
						}}
					/>
					{t("lab.lens.pin")}
				</label>
				<Lens inside={inside} />
				<SpecimenStrip inside={inside} />
			</Part>
			<PenView pen={inside.pen} />
			<Part title={t("lab.why.title")} part="why" term="occlusion">
				<ExplanationView inside={inside} />
			</Part>
			<Part title={t("lab.reminders.title")}>
				<ReminderView inside={inside} />
			</Part>
			<Part title={t("lab.vary.title")} part="vary" wide>
				<VariationView variation={inside.variation} />
			</Part>
			<Part title={t("lab.layers.title")} part="layers" wide>
				<LayersRemark inside={inside} />
				<NetworkDiagram layers={inside.insight.value?.layers ?? []} />
				<LayerFlow inside={inside} />
			</Part>
			<MapDialog inside={inside} />
		</>
	);
}

/** How to look at the layers; or that they are still those of another model, or why. */
function LayersRemark({ inside }: { inside: InsideState }) {
	const failure = inside.failure.value;
	if (failure)
		return (
			<p class="failure" role="alert">
				{failure}
			</p>
		);
	return (
		<p class="quiet" role="status">
			{inside.insight.value?.model === inside.model.value ? t("lab.layers.how") : t("lab.layers.loading")}
		</p>
	);
}
