import { useSignal } from "@preact/signals";
import { InkPad } from "../../pad/ink-pad.tsx";
import { percent } from "../../panel/doubt.ts";
import { PixelGrid } from "../../pixels/pixel-grid.tsx";
import { DigitBars } from "../../reading/digit-bars.tsx";
import { SpokenReading } from "../../reading/spoken-reading.tsx";
import { refusalSentence } from "../../reading/words.ts";
import { Switch, Tool } from "../../tool.tsx";
import type { InsideState } from "./inside-state.ts";
import { PixelNumbers } from "./pixel-numbers.tsx";

/** From the pen to the answer: what is written, what the model sees of it, what it says. */
export function Lens({ inside }: { inside: InsideState }) {
	const { pad, pixels } = inside;
	const numbers = useSignal(false);
	const erasing = pixels.erasing.value;
	return (
		<>
			<div class="lens">
				<section class="lens-part" aria-label="Write">
					<h3>Write a digit</h3>
					<div class="lens-sheet lens-pad">
						<InkPad pad={pad} />
					</div>
					<div class="lens-tools" role="toolbar" aria-label="Pen">
						<Tool icon="undo" name="Undo the stroke" active={pad.canUndo} onUse={pad.undo} />
						<Tool icon="redo" name="Redo the stroke" active={pad.canRedo} onUse={pad.redo} />
						<Tool icon="clear" name="Clear the pad" active={pad.hasInk} onUse={pad.clear} />
					</div>
				</section>
				<section class="lens-part" aria-label="What the model sees">
					<h3>What the model sees</h3>
					<div class="lens-sheet">
						<PixelGrid pixels={pixels} />
					</div>
					<div class="lens-tools" role="toolbar" aria-label="Pixels">
						<Tool icon="undo" name="Undo the change" active={pixels.canUndo} onUse={pixels.undo} />
						<Tool icon="redo" name="Redo the change" active={pixels.canRedo} onUse={pixels.redo} />
						<Tool icon="clear" name="Clear the pixels" active={pixels.hasInk} onUse={pixels.clear} />
						<Switch
							icon="erase"
							name="Eraser"
							on={erasing}
							onUse={() => {
								pixels.erasing.value = !erasing;
							}}
						/>
						<button
							type="button"
							class="link lens-numbers"
							aria-expanded={numbers.value}
							onClick={() => {
								numbers.value = !numbers.value;
							}}
						>
							Numbers
						</button>
					</div>
				</section>
				<Answer inside={inside} />
			</div>
			{numbers.value && (
				<PixelNumbers
					caption="The 28 by 28 pixels, 0 is paper and 255 is ink"
					values={pixels.glyph.value}
					width={28}
					format={(ink) => String(Math.round(ink * 255))}
				/>
			)}
		</>
	);
}

function Answer({ inside }: { inside: InsideState }) {
	const { pixels } = inside;
	const reading = pixels.reading.value;
	const digit = reading?.digits[0];
	return (
		<section class="lens-part lens-answer" aria-label="What it says">
			<h3>What it says</h3>
			<p class="lens-digit">
				<span data-none={!digit}>{digit?.digit ?? "–"}</span>
				<span class="quiet">{digit ? `${percent(digit.confidence)} sure` : ""}</span>
			</p>
			<DigitBars digit={digit} />
			<p class="quiet lens-remark">
				{pixels.failure.value ?? (reading ? refusalSentence(reading) : "Write a digit, or choose one below.")}
			</p>
			<SpokenReading reader={pixels} drawing={pixels.drawing} />
		</section>
	);
}
