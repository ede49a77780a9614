import { useEffect, useRef } from "preact/hooks";
import { formatFigures, t } from "../../../lib/browser/language.ts";
import { Icon } from "../../icon.tsx";
import { FilterView } from "./filter-view.tsx";
import { largest } from "./heat.ts";
import type { InsideState, Insight } from "./inside-state.ts";
import { layerWords, sizeWords } from "./layer-words.ts";
import { drawMosaic, layOut, mapOf } from "./mosaic.ts";
import { NumbersOnDemand } from "./numbers-on-demand.tsx";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PixelNumbers } from "./pixel-numbers.tsx";

/** CSS pixels of a map that is looked at by itself. */
const SIDE = 336;

/** One map of a layer, large; arrow keys and the slider go through the others. */
export function MapDialog({ inside }: { inside: InsideState }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const choice = inside.enlarged.value;
	const insight = inside.insight.value;
	const open = choice !== null && insight !== null && choice.layer < insight.layers.length;
	useEffect(() => {
		if (open) dialog.current?.showModal();
		else dialog.current?.close();
	}, [open]);
	return (
		<dialog
			ref={dialog}
			class="map-dialog"
			aria-label={t("lab.map.title")}
			onClose={() => {
				inside.enlarged.value = null;
			}}
		>
			{open && <OneMap inside={inside} insight={insight} layer={choice.layer} map={choice.map} />}
		</dialog>
	);
}

interface OneMapProps {
	readonly inside: InsideState;
	readonly insight: Insight;
	readonly layer: number;
	readonly map: number;
}

function OneMap({ inside, insight, layer, map: wanted }: OneMapProps) {
	const place = insight.layers[layer];
	const output = insight.outputs[layer];
	const mosaic = layOut(output.shape, 1);
	const map = Math.min(wanted, mosaic.maps - 1);
	const values = mapOf(mosaic, output.values, map);
	const unit = values.length === 1;
	const one = layOut([mosaic.mapHeight, mosaic.mapWidth, 1], 1);
	return (
		<>
			<header>
				<h2>
					{unit
						? t("lab.map.unitOf", { index: map + 1, count: mosaic.maps })
						: t("lab.map.mapOf", { index: map + 1, count: mosaic.maps })}
				</h2>
				<span class="quiet">{layerWords(place.layer).title}</span>
				<form method="dialog">
					<button type="submit" class="tool" aria-label={t("close")} title={t("panel.closeKeys")}>
						<Icon name="close" />
					</button>
				</form>
			</header>
			<input
				type="range"
				min="1"
				max={mosaic.maps}
				value={map + 1}
				aria-label={unit ? t("lab.map.unit") : t("lab.map.map")}
				onInput={(event) => {
					inside.enlarged.value = { layer, map: event.currentTarget.valueAsNumber - 1 };
				}}
			/>
			<div class="map-pair">
				<PictureCanvas
					width={one.width}
					height={one.height}
					pixels={drawMosaic(one, values, largest(output.values))}
					scale={SIDE / one.width}
					name={t("lab.map.name", { index: map + 1, layer: place.name })}
				/>
				<p class="quiet" role="status">
					{unit
						? t("lab.map.says", { value: formatFigures(values[0], 3) })
						: t("lab.map.range", { low: extreme(values, Math.min), high: extreme(values, Math.max) })}
				</p>
			</div>
			{place.layer.type === "Conv2D" && (
				<section class="map-filter">
					<h3>
						{place.inputShape[2] === 1
							? t("lab.map.filterOfPicture", { size: sizeWords(place.layer.kernelSize) })
							: t("lab.map.filterOfMaps", {
									size: sizeWords(place.layer.kernelSize),
									count: place.inputShape[2],
								})}
					</h3>
					<FilterView place={place} weight={inside.weight} filter={map} />
				</section>
			)}
			{!unit && (
				<NumbersOnDemand>
					{() => (
						<PixelNumbers
							caption={t("lab.map.name", { index: map + 1, layer: place.name })}
							values={values}
							width={mosaic.mapWidth}
							format={(value) => (value === 0 ? "0" : formatFigures(value, 2))}
						/>
					)}
				</NumbersOnDemand>
			)}
		</>
	);
}

function extreme(values: Float32Array, of: (...numbers: number[]) => number): string {
	return formatFigures(of(...values), 3);
}
