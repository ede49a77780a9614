import type { Box } from "../../lib/geometry.ts";
import { unread } from "../../lib/reading/reading.ts";
import type { PadState } from "./pad-state.ts";

/** Distance of a mark from the edge of the ink that it frames, in CSS pixels. */
const GAP = 4;

/** Frames on the pad: around the digit that was chosen, and around what was not read. */
export function InkFrames({ pad, across }: { pad: PadState; across?: number | undefined }) {
	const reading = pad.reading.value;
	const margin = pad.settings.value.penWidth / 2 + GAP;
	const chosen = pad.chosen.value === null ? undefined : reading?.digits[pad.selected.value];
	const looked = pad.looked.value?.refused;
	// Under the pen the frames would chase the ink; they come when it is lifted.
	const shown = reading !== null && !pad.drawing.value && !pad.blank.value;
	return (
		<svg
			class="ink-frames"
			aria-hidden="true"
			// As wide as the sheet, and as high as it likes: what is below is not cut off.
			{...(across !== undefined && { viewBox: `0 0 ${across} 1`, preserveAspectRatio: "xMinYMin meet" })}
		>
			{shown && chosen && <Frame class="frame-chosen" box={chosen.box} margin={margin} />}
			{shown &&
				unread(reading).map((piece) => (
					<Frame
						class={piece === looked ? "frame-refused frame-looked" : "frame-refused"}
						box={piece.box}
						margin={margin}
					/>
				))}
		</svg>
	);
}

function Frame({ box, margin, class: look }: { box: Box; margin: number; class: string }) {
	return (
		<rect
			class={look}
			x={box.x - margin}
			y={box.y - margin}
			width={box.width + 2 * margin}
			height={box.height + 2 * margin}
			rx="4"
		/>
	);
}
