import { formatNumber, t } from "../../../lib/browser/language.ts";
import { sizeOf } from "../../../lib/models/layer-shapes.ts";
import { checkOf, type OwnModel } from "../../../lib/models/own-model.ts";
import { formatBytes, percent } from "../../numbers.ts";
import { WithTerms } from "../glossary/term.tsx";
import { Part } from "../part.tsx";
import { FigureList } from "./figure-list.tsx";
import { LayerTable } from "./layer-table.tsx";
import { ModelChart } from "./model-chart.tsx";
import type { ModelState } from "./model-state.ts";

/** What is known of a model that was imported. */
export function OwnModelView({ one, state }: { one: OwnModel; state: ModelState }) {
	const known = percent(checkOf(one).share);
	const layers = state.layers.value.map(({ name, layer: { type }, outputShape, weights }) => ({
		name,
		type,
		outputShape,
		parameters: weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
	}));
	return (
		<>
			<Part title={t("lab.model.glance")}>
				<FigureList
					rows={[
						[t("own.format"), one.format],
						[t("own.known"), known],
						[
							t("compare.size"),
							<WithTerms
								key="size"
								words={t("lab.model.sizeIs", {
									bytes: formatBytes(one.bytes),
									parameters: formatNumber(one.bytes / 4),
								})}
							/>,
						],
					]}
				/>
				<p class="quiet">{t("own.unknown", { percent: known })}</p>
				{one.guessed && <p class="quiet">{t("own.guessed")}</p>}
			</Part>
			<Part title={t("lab.model.layers")}>
				<LayerTable layers={layers} />
			</Part>
			<Part title={t("lab.model.all")} wide>
				<ModelChart cards={state.cards.value} own={state.own.value} chosen={one.id} />
			</Part>
		</>
	);
}
