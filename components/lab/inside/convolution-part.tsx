import { t } from "../../../lib/browser/language.ts";
import { convolutionAt, feedsOf } from "../../../lib/lab/arithmetic.ts";
import type { Conv2D } from "../../../lib/models/layers.ts";
import { NETWORK_INPUT } from "../../../lib/models/network.ts";
import { ConvolutionSumView } from "./convolution-sum.tsx";
import { Feeds } from "./feeds.tsx";
import { FilterView } from "./filter-view.tsx";
import { inputOf } from "./input-of.ts";
import type { InsideState, Insight } from "./inside-state.ts";
import { activationName, sizeWords } from "./layer-words.ts";
import { useWeight } from "./use-weight.ts";

interface ConvolutionPartProps {
	readonly inside: InsideState;
	readonly insight: Insight;
	readonly layer: number;
	readonly convolution: Conv2D;
	readonly map: number;
	/** The pixel of the map whose arithmetic is shown. */
	readonly place: readonly [x: number, y: number];
}

/** Largest difference between our sum and what the network gave on that is rounding, as a share of the value. */
const ROUNDING = 1e-3;

/** What makes one map of a convolution: the sum behind a pixel, the maps that feed it, its filter. */
export function ConvolutionPart({ inside, insight, layer, convolution, map, place }: ConvolutionPartProps) {
	const placed = insight.layers[layer];
	const kernel = useWeight(placed, "kernel", inside.weight);
	const biases = useWeight(placed, "bias", inside.weight);
	const input = inputOf(insight, layer);
	const [, width, maps] = placed.outputShape;
	const value = insight.outputs[layer].values[(place[1] * width + place[0]) * maps + map];
	const bias = biases?.values[map] ?? 0;
	const isReady = kernel && (biases || !convolution.useBias) && kernel.shape[3] === maps;
	const sum = isReady && convolutionAt(input, convolution, kernel, bias, map, place);
	// A model of somebody else may be shown something else than the glyph as it is: then the sum would not be its own.
	const isItsOwn = sum && matches(sum.total, value, convolution.activation);
	return (
		<>
			{sum && isItsOwn && (
				<ConvolutionSumView
					sum={sum}
					bias={bias}
					value={value}
					activation={convolution.activation === "linear" ? null : activationName(convolution.activation)}
					place={place}
				/>
			)}
			{isReady && input.from !== NETWORK_INPUT && (
				<section class="map-filter">
					<h3>{t("lab.map.feeds")}</h3>
					<Feeds
						input={input}
						feeds={feedsOf(input, convolution, kernel, map, placed.outputShape)}
						onOpen={(from, which) => {
							inside.enlarged.value = { layer: from, map: which };
						}}
					/>
				</section>
			)}
			<section class="map-filter">
				<h3>
					{placed.inputShape[2] === 1
						? t("lab.map.filterOfPicture", { size: sizeWords(convolution.kernelSize) })
						: t("lab.map.filterOfMaps", {
								size: sizeWords(convolution.kernelSize),
								count: placed.inputShape[2],
							})}
				</h3>
				<FilterView place={placed} weight={inside.weight} filter={map} />
			</section>
		</>
	);
}

function matches(total: number, value: number, activation: Conv2D["activation"]): boolean {
	const expected = activation === "relu" ? Math.max(0, total) : total;
	if (activation !== "relu" && activation !== "linear") return true;
	return Math.abs(expected - value) <= ROUNDING * (1 + Math.abs(value));
}
