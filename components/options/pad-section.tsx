import { Choice, Range, Toggle } from "./fields.tsx";
import type { OptionsState } from "./options-state.ts";

const CLEARING = [
	["0", "Never"],
	["3", "After 3 seconds"],
	["5", "After 5 seconds"],
	["10", "After 10 seconds"],
	["30", "After 30 seconds"],
] as const;

/** How the drawing pad looks and behaves. */
export function PadSection({ options }: { options: OptionsState }) {
	const pad = options.settings.value.pad;
	return (
		<section aria-labelledby="pad">
			<h2 id="pad">Drawing pad</h2>
			<div class="fields">
				<Range
					label="Pen"
					hint="How thick ink looks. It changes nothing for the model."
					value={pad.penWidth}
					min={3}
					max={14}
					shown={`${pad.penWidth} px`}
					onChange={(penWidth) => options.set("pad", { penWidth })}
				>
					<svg class="pen-sample" viewBox="0 0 72 28" aria-hidden="true">
						<path d="M8 18c8-14 16-14 20-4s12 10 18 0 12-8 18-2" stroke-width={pad.penWidth} />
					</svg>
				</Range>
				<Toggle
					label="Pressure"
					hint="A pen that is pressed draws a thicker line."
					on={pad.pressure}
					onChange={(pressure) => options.set("pad", { pressure })}
				/>
				<Toggle
					label="Left-handed"
					hint="Puts the tools where a left hand does not cover the drawing."
					on={pad.leftHanded}
					onChange={(leftHanded) => options.set("pad", { leftHanded })}
				/>
				<Toggle
					label="Read while drawing"
					hint="Otherwise the answer comes when the pen is lifted."
					on={pad.live}
					onChange={(live) => options.set("pad", { live })}
				/>
				<Choice
					label="Clear the pad by itself"
					hint="Undo brings the drawing back."
					value={nearest(pad.clearAfter)}
					options={CLEARING}
					onChange={(seconds) => options.set("pad", { clearAfter: Number(seconds) })}
				/>
			</div>
		</section>
	);
}

/** A file of settings may hold any number of seconds. */
function nearest(seconds: number): (typeof CLEARING)[number][0] {
	const [[name]] = CLEARING.toSorted(
		([a], [b]) => Math.abs(Number(a) - seconds) - Math.abs(Number(b) - seconds),
	);
	return name;
}
