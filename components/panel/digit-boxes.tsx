import { t } from "../../lib/browser/language.ts";
import type { Box } from "../../lib/geometry.ts";
import { unread } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { onPage } from "./on-page.ts";
import type { PanelState } from "./panel-state.ts";

/** Room between ink and frame, in CSS pixels. */
const MARGIN = 3;

/** A frame over every digit of the picture, which stands at `place` (CSS pixels of the viewport). */
export function DigitBoxes({ panel, place }: { panel: PanelState; place: Box }) {
	const phase = panel.phase.value;
	if (phase.kind !== "read") return null;
	const { result } = phase;
	const frame = (box: Box) => {
		const { x, y, width, height } = onPage(box, result, place);
		return {
			left: `${x - MARGIN}px`,
			top: `${y - MARGIN}px`,
			width: `${width + 2 * MARGIN}px`,
			height: `${height + 2 * MARGIN}px`,
		};
	};
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
					<span class="tag">
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
