import type { PadState } from "../pad/pad-state.ts";
import { percent } from "../panel/doubt.ts";
import { DigitBars } from "../reading/digit-bars.tsx";
import { GlyphView } from "../reading/glyph-view.tsx";

/** One digit looked at closely: what the model sees of it, and how probable each answer is. */
export function Closer({ pad }: { pad: PadState }) {
	const digit = pad.reading.value?.digits[pad.selected.value];
	return (
		<section class="closer" aria-label="The digit in detail">
			<figure>
				<GlyphView glyph={digit?.glyph} digit={digit?.digit} />
				<figcaption>What it sees</figcaption>
			</figure>
			<figure>
				<DigitBars digit={digit} />
				<figcaption>{digit ? `${digit.digit} with ${percent(digit.confidence)}` : "Probability"}</figcaption>
			</figure>
		</section>
	);
}
