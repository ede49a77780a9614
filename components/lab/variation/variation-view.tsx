import { type ReadonlySignal, useComputed } from "@preact/signals";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { encodeGlyph } from "../../../lib/glyph.ts";
import type { Variation } from "../../../lib/lab/vary.ts";
import { nameOf } from "../../../lib/models/listed-model.ts";
import { percent } from "../../numbers.ts";
import { RangeInput } from "../../range-input.tsx";
import { DigitBars } from "../../reading/digit-bars.tsx";
import { GlyphView } from "../../reading/glyph-view.tsx";
import { seenDigit, seenRefused } from "../../reading/seen.ts";
import { refusalSentence } from "../../reading/words.ts";
import type { VariationState, VariedReading } from "./variation-state.ts";

interface Slider {
	readonly key: keyof Variation;
	readonly from: number;
	readonly to: number;
	readonly step: number;
	/** What it says of a value. */
	readonly words: (value: number) => string;
}

const pixels = (value: number) => t("lab.vary.pixels", { number: signed(value) });
const signed = (value: number) => formatNumber(value, { signDisplay: "exceptZero" });

const SLIDERS: readonly Slider[] = [
	{
		key: "turn",
		from: -90,
		to: 90,
		step: 1,
		words: (value) => t("lab.vary.degrees", { number: signed(value) }),
	},
	{ key: "right", from: -10, to: 10, step: 0.5, words: pixels },
	{ key: "down", from: -10, to: 10, step: 0.5, words: pixels },
	{
		key: "size",
		from: 0.3,
		to: 1.6,
		step: 0.02,
		words: (value) => t("lab.vary.times", { number: formatNumber(value) }),
	},
	{ key: "thickness", from: -2, to: 3, step: 0.1, words: pixels },
	{ key: "blur", from: 0, to: 3, step: 0.1, words: pixels },
	{
		key: "noise",
		from: 0,
		to: 0.8,
		step: 0.02,
		words: (value) => t("percent", { number: formatNumber(Math.round(value * 100)) }),
	},
];

/** Sliders that change the digit, and what one or two models say of it meanwhile. Each part follows by itself alone. */
export function VariationView({ variation: state }: { variation: VariationState }) {
	return (
		<>
			<p class="quiet">{t("lab.vary.how")}</p>
			<div class="variation">
				<div class="variation-sliders">
					{SLIDERS.map((slider) => (
						<SliderRow key={slider.key} state={state} slider={slider} />
					))}
					<Tools state={state} />
				</div>
				<Varied state={state} />
				<div class="variation-answers">
					{state.readings.map((answer, i) => (
						<Answer key={i} state={state} answer={answer} />
					))}
					<Beside state={state} />
				</div>
			</div>
		</>
	);
}

interface PartProps {
	readonly state: VariationState;
}

function SliderRow({
	state,
	slider: { key, from, to, step, words },
}: PartProps & { readonly slider: Slider }) {
	const value = useComputed(() => state.variation.value[key]).value;
	return (
		<label class="variation-slider">
			<span>{t(`lab.vary.${key}`)}</span>
			<RangeInput
				value={value}
				min={from}
				max={to}
				step={step}
				shown={words(value)}
				onChange={(value) => state.set(key, value)}
			/>
		</label>
	);
}

function Tools({ state }: PartProps) {
	const hasNoise = useComputed(() => state.variation.value.noise !== 0).value;
	return (
		<div class="variation-tools">
			<button type="button" class="button" aria-disabled={!state.isVaried.value} onClick={state.reset}>
				{t("lab.vary.reset")}
			</button>
			<button type="button" class="button" aria-disabled={!hasNoise} onClick={state.shake}>
				{t("lab.vary.shake")}
			</button>
		</div>
	);
}

function Varied({ state }: PartProps) {
	return (
		<div class="variation-glyph">
			<GlyphView glyph={encodeGlyph(state.varied.value)} name={t("lab.vary.glyph")} />
		</div>
	);
}

function Beside({ state }: PartProps) {
	return (
		<label class="variation-beside">
			{t("lab.vary.beside")}
			<select
				class="select"
				value={state.beside.value ?? ""}
				onChange={(event) => {
					state.beside.value = event.currentTarget.value || null;
				}}
			>
				<option value="">{t("lab.vary.none")}</option>
				{state.models.value
					.filter(({ id }) => id !== state.model.value)
					.map(({ id, name }) => (
						<option value={id} key={id}>
							{name}
						</option>
					))}
			</select>
		</label>
	);
}

function Answer({ state, answer }: PartProps & { readonly answer: ReadonlySignal<VariedReading | null> }) {
	if (!answer.value) return null;
	const { model, reading } = answer.value;
	const name = nameOf(state.models.value, model);
	const digit = reading.digits[0];
	return (
		<section class="variation-answer" aria-label={name}>
			<h3>{name}</h3>
			<p class="variation-digit" role="status">
				<b data-none={!digit}>{digit?.digit ?? "–"}</b>{" "}
				<span class="quiet">
					{digit ? t("lab.lens.sure", { probability: percent(digit.confidence) }) : refusalSentence(reading)}
				</span>
			</p>
			<DigitBars seen={digit ? seenDigit(digit) : (seenRefused(reading)[0] ?? null)} />
		</section>
	);
}
