import type { Box } from "../../lib/geometry.ts";
import { PEN_WIDTH } from "./brush.ts";
import type { PadState } from "./pad-state.ts";

/** Distance of a mark from the ink that it frames, in CSS pixels. */
const MARGIN = PEN_WIDTH / 2 + 4;

/** Frames on the pad: around the digit that was chosen, and around what was not read. */
export function InkMarks({ pad }: { pad: PadState }) {
	const reading = pad.reading.value;
	const chosen = pad.chosen.value === null ? undefined : reading?.digits[pad.selected.value];
	// Under the pen the frames would chase the ink; they come when it is lifted.
	const shown = reading !== null && !pad.drawing.value && !pad.blank.value;
	return (
		<svg class="sheet-marks" aria-hidden="true">
			{shown && chosen && <Frame class="mark-chosen" box={chosen.box} />}
			{shown && reading.rejected.map(({ box }) => <Frame class="mark-refused" box={box} />)}
		</svg>
	);
}

function Frame({ box, class: look }: { box: Box; class: string }) {
	return (
		<rect
			class={look}
			x={box.x - MARGIN}
			y={box.y - MARGIN}
			width={box.width + 2 * MARGIN}
			height={box.height + 2 * MARGIN}
			rx="4"
		/>
	);
}
