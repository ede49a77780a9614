import { formatNumber, t } from "../../../lib/browser/language.ts";
import { sizeOf } from "../../../lib/models/layer-shapes.ts";
import { Term } from "../glossary/term.tsx";
import { FilterView } from "./filter-view.tsx";
import type { InsideState } from "./inside-state.ts";
import { LayerMaps } from "./layer-maps.tsx";
import { layerWords } from "./layer-words.ts";

/** Layers that only hand on what the one before shows already. */
const SILENT = new Set(["Dropout", "Flatten"]);

/** Every layer from the picture to the answer, with what it gives on right now. */
export function LayerFlow({ inside }: { inside: InsideState }) {
	const insight = inside.insight.value;
	if (!insight) return null;
	return (
		<ol class="flow">
			{insight.layers.map((place, i) => {
				const { title, term, does } = layerWords(place.layer);
				const parameters = place.weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
				const { layer } = place;
				return (
					<li class="flow-layer" key={`${insight.model} ${place.name}`} data-type={layer.type}>
						<div class="flow-words">
							<h3>{term ? <Term id={term}>{title}</Term> : title}</h3>
							<p class="flow-shape">
								{place.outputShape.join(" × ")}
								{parameters > 0 && ` · ${t("lab.layers.parameters", { count: formatNumber(parameters) })}`}
							</p>
							<p class="quiet">{does}</p>
						</div>
						<div class="flow-maps">
							{!SILENT.has(layer.type) && (
								<LayerMaps
									output={insight.outputs[i]}
									onEnlarge={(map) => {
										inside.enlarged.value = { layer: i, map };
									}}
								/>
							)}
							{layer.type === "Conv2D" &&
								(place.inputShape[2] === 1 ? (
									<>
										<p class="quiet">{t("lab.layers.ownFilters", { count: layer.filters })}</p>
										<FilterView place={place} weight={inside.weight} />
									</>
								) : (
									<p class="quiet">{t("lab.layers.clickFilter")}</p>
								))}
						</div>
					</li>
				);
			})}
		</ol>
	);
}
