import { formatFixed, formatNumber, t } from "../../../lib/browser/language.ts";
import { GLYPH_SIDE, GLYPH_SIZE, type Glyph } from "../../../lib/glyph.ts";
import { PATCH_SIDE } from "../../../lib/lab/occlusion.ts";
import type { Refusal } from "../../../lib/models/verdict.ts";
import { percent } from "../../numbers.ts";
import type { Explanation, Reason } from "./explanation-state.ts";
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
			{found ? <Reasons found={found} /> : <p class="reasons-none">{t("lab.why.none")}</p>}
		</>
	);
}

const REFUSED: Record<Refusal, () => string> = {
	blank: () => t("lab.why.refused.blank"),
	"not-a-digit": () => t("lab.why.refused.notADigit"),
	"several-digits": () => t("lab.why.refused.severalDigits"),
	unsure: () => t("lab.why.refused.unsure"),
};

/** Both maps on one scale: what is as bright matters as much. */
function Reasons({ found }: { found: Explanation }) {
	const { glyph, answer, runnerUp, refusal } = found;
	const most = Math.max(largest(answer.map), largest(runnerUp.map), MATTERS);
	return (
		<>
			{refusal && <p>{REFUSED[refusal]()}</p>}
			<div class="reasons">
				<ReasonView
					name={refusal ? t("lab.why.resembles") : t("lab.why.answer")}
					glyph={glyph}
					reason={answer}
					most={most}
				/>
				<ReasonView
					name={refusal ? t("lab.why.resemblesNext") : t("lab.why.runnerUp")}
					glyph={glyph}
					reason={runnerUp}
					most={most}
				/>
			</div>
			<p class="quiet">{t("lab.why.oneScale", { points: formatFixed(most * 100, most < 0.01 ? 2 : 0) })}</p>
		</>
	);
}

interface ReasonProps {
	readonly name: string;
	readonly glyph: Glyph;
	readonly reason: Reason;
	/** What the brightest colour stands for. */
	readonly most: number;
}

function ReasonView({ name, glyph, reason, most: scale }: ReasonProps) {
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
				pixels={heatOver(glyph, map, scale)}
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
function heatOver(glyph: Glyph, map: Float32Array, most: number): Uint8ClampedArray<ArrayBuffer> {
	const pixels = new Uint8ClampedArray(Uint32Array.from(map, (value) => heat(value, most)).buffer);
	for (let i = 0; i < GLYPH_SIZE; i++)
		for (let channel = 0; channel < 3; channel++)
			// Paper shows a hint of the colour only: it is the ink that speaks.
			pixels[4 * i + channel] = pixels[4 * i + channel] * (0.35 + 0.65 * glyph[i]) + glyph[i] * 60;
	return pixels;
}
