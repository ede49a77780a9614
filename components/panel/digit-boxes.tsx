import type { Box } from "../../lib/geometry.ts";
import { isDoubtful, percent } from "./doubt.ts";
import type { PanelState } from "./panel-state.ts";

/** Room between ink and frame, in CSS pixels. */
const MARGIN = 3;

/** A frame over every digit of the picture, which stands at `place` (CSS pixels of the viewport). */
export function DigitBoxes({ panel, place }: { panel: PanelState; place: Box }) {
	const phase = panel.phase.value;
	if (phase.kind !== "read") return null;
	const { width, height, reading } = phase.result;
	const sx = place.width / width;
	const sy = place.height / height;
	const frame = (box: Box) => ({
		left: `${place.x + box.x * sx - MARGIN}px`,
		top: `${place.y + box.y * sy - MARGIN}px`,
		width: `${box.width * sx + 2 * MARGIN}px`,
		height: `${box.height * sy + 2 * MARGIN}px`,
	});
	return (
		<div class="boxes" aria-hidden="true">
			{panel.digits.value.map(({ box, shown, confidence, corrected }, i) => (
				// biome-ignore lint/a11y: a shortcut for the pointer; the same digits are buttons in the panel.
				<div
					key={i}
					class="box"
					style={frame(box)}
					data-doubtful={!corrected && isDoubtful(confidence)}
					data-active={panel.active.value === i}
					onPointerEnter={() => panel.pointAt(i)}
					onPointerLeave={() => panel.pointAt(null)}
					onClick={({ isTrusted }) => isTrusted && panel.cycle(i, 1)}
				>
					<span class="tag">
						{shown}
						<small>{corrected ? "yours" : percent(confidence)}</small>
					</span>
				</div>
			))}
			{reading.rejected.map(({ box }, i) => (
				<div key={`rejected ${i}`} class="box" data-rejected style={frame(box)} />
			))}
		</div>
	);
}
