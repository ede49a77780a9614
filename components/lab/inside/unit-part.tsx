import { formatFigures, t } from "../../../lib/browser/language.ts";
import { weightsOfUnit } from "../../../lib/lab/arithmetic.ts";
import type { Dense } from "../../../lib/models/layers.ts";
import { picturesInto } from "./input-of.ts";
import type { InsideState, Insight } from "./inside-state.ts";
import { drawMosaic, fitMosaic } from "./mosaic.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { SoftmaxSum } from "./softmax-sum.tsx";
import { useWeight } from "./use-weight.ts";

/** CSS pixels that the weights may take across. */
const ROOM = 740;

interface UnitPartProps {
	readonly inside: InsideState;
	readonly insight: Insight;
	readonly layer: number;
	readonly dense: Dense;
	readonly unit: number;
}

/** What makes one unit of a dense layer: its weights, as pictures where what comes in are some, and what they add up to. */
export function UnitPart({ inside, insight, layer, dense, unit }: UnitPartProps) {
	const placed = insight.layers[layer];
	const kernel = useWeight(placed, "kernel", inside.weight);
	const biases = useWeight(placed, "bias", inside.weight);
	const input = picturesInto(insight, layer);
	if (!kernel) return null;
	const weights = weightsOfUnit(kernel, unit);
	if (weights.length !== input.values.length) return null;
	const products = weights.map((weight, i) => weight * input.values[i]);
	const { mosaic, scale } = fitMosaic(input.shape, ROOM);
	const picture = (values: Float32Array, name: string) => (
		<PictureCanvas
			width={mosaic.width}
			height={mosaic.height}
			pixels={drawMosaic(mosaic, values)}
			scale={scale}
			name={name}
		/>
	);
	const forIt = products.reduce((sum, product) => sum + Math.max(0, product), 0);
	const against = products.reduce((sum, product) => sum + Math.min(0, product), 0);
	const bias = biases?.values[unit] ?? 0;
	return (
		<>
			<section class="map-filter">
				<h3>{t("lab.unit.weights", { count: weights.length })}</h3>
				{picture(weights, t("lab.unit.weights", { count: weights.length }))}
				<h3>{t("lab.unit.products")}</h3>
				{picture(products, t("lab.unit.products"))}
				<p class="sum-line">
					<span class="quiet">{t("lab.unit.for")}</span> {formatFigures(forIt, 3)} +{" "}
					<span class="quiet">{t("lab.unit.against")}</span> ({formatFigures(against, 3)})
					{bias !== 0 && (
						<>
							{" + "}
							<span class="quiet">{t("lab.sum.bias")}</span> ({formatFigures(bias, 3)})
						</>
					)}{" "}
					= <b>{formatFigures(forIt + against + bias, 3)}</b>
				</p>
			</section>
			{dense.activation === "softmax" && (
				<SoftmaxSum probabilities={insight.outputs[layer].values} unit={unit} />
			)}
		</>
	);
}
