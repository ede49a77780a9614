import { formatFixed, formatNumber, t } from "../../../lib/browser/language.ts";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../../../lib/glyph.ts";
import { PATCH_SIDE } from "../../../lib/lab/occlusion.ts";
import { percent } from "../../numbers.ts";
import type { Reason } from "./explanation-state.ts";
import { heat, largest } from "./heat.ts";
import type { InsideState } from "./inside-state.ts";
import { NumbersOnDemand } from "./numbers-on-demand.tsx";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PixelNumbers } from "./pixel-numbers.tsx";

/** CSS pixels a pixel of the glyph. */
const SCALE = 7;

/** A change of the probability that is worth a colour. */
const MATTERS = 0.005;

/** Occlusion maps of the answer and of the runner-up. */
export function ExplanationView({ inside }: { inside: InsideState }) {
	const { explanation, progress } = inside.explanation;
	const found = explanation.value;
	return (
		<>
			<p class="quiet">
				{found
					? t("lab.why.howManyPlaces", { side: PATCH_SIDE, places: formatNumber(found.places) })
					: t("lab.why.how", { side: PATCH_SIDE })}
			</p>
			<progress
				class="thin-progress"
				value={progress.value ?? 1}
				data-idle={progress.value === null}
				aria-label={t("lab.why.busy")}
			/>
			{found ? (
				<div class="reasons">
					<ReasonView name={t("lab.why.answer")} glyph={found.glyph} reason={found.answer} />
					<ReasonView name={t("lab.why.runnerUp")} glyph={found.glyph} reason={found.runnerUp} />
				</div>
			) : (
				<p class="reasons-none">{t("lab.why.none")}</p>
			)}
		</>
	);
}

function ReasonView({ name, glyph, reason }: { name: string; glyph: Glyph; reason: Reason }) {
	const { digit, probability, map } = reason;
	const most = largest(map);
	const points = formatFixed(most * 100, most < 0.01 ? 2 : 0);
	return (
		<figure class="reason">
			<figcaption>
				{name}: <b>{digit}</b>{" "}
				<span class="quiet">{probability < 0.01 ? t("lab.why.underOne") : percent(probability)}</span>
			</figcaption>
			<PictureCanvas
				width={GLYPH_SIDE}
				height={GLYPH_SIDE}
				pixels={heatOver(glyph, map)}
				scale={SCALE}
				name={t("lab.chart", { title: t("lab.why.map", { digit }) })}
			/>
			<p class="quiet">{most < MATTERS ? t("lab.why.nothing") : t("lab.why.most", { points })}</p>
			<NumbersOnDemand>
				{() => (
					<PixelNumbers
						caption={t("lab.why.points", { digit })}
						values={map}
						width={GLYPH_SIDE}
						format={(value) => (value === 0 ? "0" : formatFixed(value * 100, 1))}
					/>
				)}
			</NumbersOnDemand>
		</figure>
	);
}

/** The glyph in gray, and over it in colour what each pixel means. */
function heatOver(glyph: Glyph, map: Float32Array): Uint8ClampedArray<ArrayBuffer> {
	const most = Math.max(largest(map), MATTERS);
	const pixels = new Uint8ClampedArray(Uint32Array.from(map, (value) => heat(value, most)).buffer);
	for (let i = 0; i < GLYPH_SIZE; i++)
		for (let channel = 0; channel < 3; channel++)
			// Paper shows a hint of the colour only: it is the ink that speaks.
			pixels[4 * i + channel] = pixels[4 * i + channel] * (0.35 + 0.65 * glyph[i]) + glyph[i] * 60;
	return pixels;
}
