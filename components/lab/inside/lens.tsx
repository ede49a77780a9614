import { useSignal } from "@preact/signals";
import { t } from "../../../lib/browser/language.ts";
import { percent } from "../../numbers.ts";
import { InkPad } from "../../pad/ink-pad.tsx";
import { PixelGrid } from "../../pixels/pixel-grid.tsx";
import { DigitBars } from "../../reading/digit-bars.tsx";
import { SpokenReading } from "../../reading/spoken-reading.tsx";
import { refusalSentence } from "../../reading/words.ts";
import { Switch, Tool } from "../../tool.tsx";
import type { InsideState } from "./inside-state.ts";
import { PixelNumbers } from "./pixel-numbers.tsx";

/** Width of the pad, CSS pixels: on a phone it is the same sheet, smaller. */
const PAD_WIDTH = 280;

/** From the pen to the answer: what is written, what the model sees of it, what it says. */
export function Lens({ inside }: { inside: InsideState }) {
	const { pad, pixels } = inside;
	const numbers = useSignal(false);
	const erasing = pixels.erasing.value;
	return (
		<>
			<div class="lens">
				<section class="lens-part" aria-label={t("lab.lens.write")}>
					<h3>{t("lab.lens.write")}</h3>
					<div class="lens-sheet lens-pad">
						<InkPad pad={pad} across={PAD_WIDTH} hint={t("lab.lens.hint")} />
					</div>
					<div class="lens-tools" role="toolbar" aria-label={t("options.pad.pen")}>
						<Tool icon="undo" name={t("lab.lens.undoStroke")} active={pad.canUndo} onUse={pad.undo} />
						<Tool icon="redo" name={t("lab.lens.redoStroke")} active={pad.canRedo} onUse={pad.redo} />
						<Tool icon="clear" name={t("lab.lens.clearPad")} active={pad.hasInk} onUse={pad.clear} />
					</div>
				</section>
				<section class="lens-part" aria-label={t("lab.lens.sees")}>
					<h3>{t("lab.lens.sees")}</h3>
					<div class="lens-sheet">
						<PixelGrid pixels={pixels} />
					</div>
					<div class="lens-tools" role="toolbar" aria-label={t("lab.lens.pixels")}>
						<Tool icon="undo" name={t("lab.lens.undoChange")} active={pixels.canUndo} onUse={pixels.undo} />
						<Tool icon="redo" name={t("lab.lens.redoChange")} active={pixels.canRedo} onUse={pixels.redo} />
						<Tool icon="clear" name={t("lab.lens.clearPixels")} active={pixels.hasInk} onUse={pixels.clear} />
						<Switch
							icon="erase"
							name={t("tools.eraser")}
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
							{t("lab.numbers")}
						</button>
					</div>
				</section>
				<Answer inside={inside} />
			</div>
			{numbers.value && (
				<PixelNumbers
					caption={t("lab.lens.matrix")}
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
	const ofPicture = inside.pen.maps.value ? t("lab.lens.pictureAlone", { part: t("lab.pen.title") }) : "";
	return (
		<section class="lens-part lens-answer" aria-label={t("lab.lens.says")}>
			<h3>{t("lab.lens.says")}</h3>
			<p class="lens-digit">
				<span data-none={!digit}>{digit?.digit ?? "–"}</span>
				<span class="quiet">
					{digit ? t("lab.lens.sure", { probability: percent(digit.confidence) }) : ""}
				</span>
			</p>
			<DigitBars seen={pixels.looked.value} />
			<p class="quiet lens-remark">
				{pixels.failure.value ?? (reading ? refusalSentence(reading) || ofPicture : t("lab.lens.none"))}
			</p>
			<SpokenReading reader={pixels} drawing={pixels.drawing} doubtBelow={inside.doubtBelow} />
		</section>
	);
}
