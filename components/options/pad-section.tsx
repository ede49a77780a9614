import { formatNumber, t } from "../../lib/browser/language.ts";
import { Choice, Range, Toggle } from "./fields.tsx";
import type { OptionsState } from "./options-state.ts";

/** After how many seconds of rest; 0 for never. */
const CLEARING = [0, 3, 5, 10, 30];

/** How the drawing pad looks and behaves. */
export function PadSection({ options }: { options: OptionsState }) {
	const pad = options.settings.value.pad;
	return (
		<section aria-labelledby="pad">
			<h2 id="pad">{t("options.place.pad")}</h2>
			<div class="fields">
				<Range
					label={t("options.pad.pen")}
					hint={t("options.pad.penHint")}
					value={pad.penWidth}
					min={3}
					max={14}
					shown={`${formatNumber(pad.penWidth)} px`}
					onChange={(penWidth) => options.set("pad", { penWidth })}
				>
					<svg class="pen-sample" viewBox="0 0 72 28" aria-hidden="true">
						<path d="M8 18c8-14 16-14 20-4s12 10 18 0 12-8 18-2" stroke-width={pad.penWidth} />
					</svg>
				</Range>
				<Toggle
					label={t("options.pad.pressure")}
					hint={t("options.pad.pressureHint")}
					on={pad.pressure}
					onChange={(pressure) => options.set("pad", { pressure })}
				/>
				<Toggle
					label={t("options.pad.leftHanded")}
					hint={t("options.pad.leftHandedHint")}
					on={pad.leftHanded}
					onChange={(leftHanded) => options.set("pad", { leftHanded })}
				/>
				<Toggle
					label={t("options.pad.live")}
					hint={t("options.pad.liveHint")}
					on={pad.live}
					onChange={(live) => options.set("pad", { live })}
				/>
				<Choice
					label={t("options.pad.clearing")}
					hint={t("options.pad.clearingHint")}
					value={String(nearest(pad.clearAfter))}
					options={CLEARING.map((seconds) => [
						String(seconds),
						seconds === 0
							? t("options.pad.never")
							: t("options.pad.after", { seconds: formatNumber(seconds) }),
					])}
					onChange={(seconds) => options.set("pad", { clearAfter: Number(seconds) })}
				/>
			</div>
		</section>
	);
}

/** A file of settings may hold any number of seconds. */
function nearest(seconds: number): number {
	return CLEARING.toSorted((a, b) => Math.abs(a - seconds) - Math.abs(b - seconds))[0]!;
}
