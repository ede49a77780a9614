import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { formatFigures, t } from "../../../lib/browser/language.ts";
import { NETWORK_INPUT } from "../../../lib/models/network.ts";
import { Icon } from "../../icon.tsx";
import { ConvolutionPart } from "./convolution-part.tsx";
import { Feeds } from "./feeds.tsx";
import { largest } from "./heat.ts";
import { inputOf } from "./input-of.ts";
import type { InsideState, Insight } from "./inside-state.ts";
import { layerWords } from "./layer-words.ts";
import { MapPicker } from "./map-picker.tsx";
import { drawMosaic, layOut, type Mosaic, mapOf } from "./mosaic.ts";
import { NumbersOnDemand } from "./numbers-on-demand.tsx";
import { outputName } from "./output-name.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PixelNumbers } from "./pixel-numbers.tsx";
import { UnitPart } from "./unit-part.tsx";

/** CSS pixels of a unit, which is one number. */
const UNIT_SIDE = 40;

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
	const isAnswer = layer === insight.layers.length - 1 && place.outputShape.length === 1;
	const pointed = useSignal<readonly [x: number, y: number] | null>(null);
	// Until somebody points, where the map says most.
	const pixel = within(pointed.value, one) ?? brightest(values, one.mapWidth);
	return (
		<>
			<header>
				<h2>
					{unit
						? t("lab.map.unitOf", { index: map + 1, count: mosaic.maps })
						: t("lab.map.mapOf", { index: map + 1, count: mosaic.maps })}
					{isAnswer && `: ${outputName(map)}`}
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
			{unit ? (
				<p class="unit-value" role="status">
					<PictureCanvas
						width={1}
						height={1}
						pixels={drawMosaic(one, values, largest(output.values))}
						scale={UNIT_SIDE}
					/>
					{t("lab.map.says", { value: formatFigures(values[0], 3) })}
				</p>
			) : (
				<div class="map-pair">
					<MapPicker
						mosaic={one}
						values={values}
						most={largest(output.values)}
						name={t("lab.map.name", { index: map + 1, layer: place.name })}
						pointed={pixel}
						onPoint={(at) => {
							pointed.value = at;
						}}
					/>
					<div>
						<p class="quiet" role="status">
							{t("lab.map.range", { low: extreme(values, Math.min), high: extreme(values, Math.max) })}{" "}
							{place.layer.type === "Conv2D" && t("lab.sum.how")}
						</p>
						<MadeOf inside={inside} insight={insight} layer={layer} map={map} pixel={pixel} />
					</div>
				</div>
			)}
			{unit && <MadeOf inside={inside} insight={insight} layer={layer} map={map} pixel={pixel} />}
			{place.layer.type === "Dense" && (
				<UnitPart inside={inside} insight={insight} layer={layer} dense={place.layer} unit={map} />
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

/** What a map is made of: of a convolution the sum behind a pixel, and the maps above that feed it. */
function MadeOf({ inside, insight, layer, map, pixel }: OneMapProps & { pixel: readonly [number, number] }) {
	const place = insight.layers[layer];
	return (
		<>
			{place.layer.type === "Conv2D" && (
				<ConvolutionPart
					inside={inside}
					insight={insight}
					layer={layer}
					convolution={place.layer}
					map={map}
					place={pixel}
				/>
			)}
			{MAP_BY_MAP.has(place.layer.type) && place.inputs[0] !== NETWORK_INPUT && (
				<section class="map-filter">
					<h3>{t("lab.map.feeds")}</h3>
					<Feeds
						input={inputOf(insight, layer)}
						feeds={[
							{
								map,
								strength: meanOf(mapOf(layOut(place.inputShape, 1), inputOf(insight, layer).values, map)),
							},
						]}
						onOpen={(from, which) => {
							inside.enlarged.value = { layer: from, map: which };
						}}
					/>
				</section>
			)}
		</>
	);
}

/** Layers that make each map of the map in the same place alone. */
const MAP_BY_MAP: ReadonlySet<string> = new Set([
	"BatchNormalization",
	"Activation",
	"LeakyReLU",
	"ELU",
	"PReLU",
	"MaxPooling2D",
	"AveragePooling2D",
	"DepthwiseConv2D",
]);

function within(place: readonly [number, number] | null, { mapWidth, mapHeight }: Mosaic) {
	return place && place[0] < mapWidth && place[1] < mapHeight ? place : null;
}

function brightest(values: Float32Array, width: number): readonly [x: number, y: number] {
	const at = values.indexOf(Math.max(...values));
	return [at % width, Math.floor(at / width)];
}

const meanOf = (values: Float32Array) =>
	values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;

function extreme(values: Float32Array, of: (...numbers: number[]) => number): string {
	return formatFigures(of(...values), 3);
}
