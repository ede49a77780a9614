import { t } from "../../lib/browser/language.ts";
import type { Box, Size } from "../../lib/geometry.ts";
import { unread } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { labelSide, onPage } from "./on-page.ts";
import type { PanelState } from "./panel-state.ts";

/** Room between ink and frame, in CSS pixels. */
const MARGIN = 3;

interface DigitBoxesProps {
	readonly panel: PanelState;
	/** Where the picture stands, CSS pixels of the viewport. */
	readonly place: Box;
	readonly viewport: Size;
}

/** A frame over every digit of the picture. */
export function DigitBoxes({ panel, place, viewport }: DigitBoxesProps) {
	const phase = panel.phase.value;
	if (phase.kind !== "read") return null;
	const { result } = phase;
	const around = (box: Box): Box => {
		const { x, y, width, height } = onPage(box, result, place);
		return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
	};
	const frame = (box: Box) => {
		const { x, y, width, height } = around(box);
		return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
	};
	const side = (box: Box) => labelSide(around(box), viewport);
	return (
		<div class="boxes" aria-hidden="true">
			{panel.digits.value.map(({ box, shown, confidence, corrected }, i) => (
				// biome-ignore lint/a11y: a shortcut for the pointer; the same digits stand in the panel.
				<div
					key={i}
					class="box"
					style={frame(box)}
					data-doubtful={!corrected && confidence < panel.doubtBelow}
					data-active={panel.active.value === i}
					onPointerEnter={() => panel.pointAt(i)}
					onPointerLeave={() => panel.pointAt(null)}
					onClick={({ isTrusted }) => isTrusted && panel.number.choose(i)}
				>
					<span class="tag" data-below={side(box).isBelow} data-to-left={side(box).isToLeft}>
						{shown}
						<small>{corrected ? t("panel.yours") : percent(confidence)}</small>
					</span>
				</div>
			))}
			{unread(result.reading).map(({ box }, i) => (
				<div key={`rejected ${i}`} class="box" data-rejected style={frame(box)} />
			))}
		</div>
	);
}
