import { Icon } from "../icon.tsx";
import { percent } from "../panel/doubt.ts";
import { DigitBars } from "../reading/digit-bars.tsx";
import { GlyphView } from "../reading/glyph-view.tsx";
import type { PopupState } from "./popup-state.ts";

/** One digit looked at closely: what the model sees of it, and how probable each answer is. */
export function Closer({ popup }: { popup: PopupState }) {
	const { reading, selected } = popup.pad;
	const digit = reading.value?.digits[selected.value];
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
			<Alert popup={popup} />
		</section>
	);
}

function Alert({ popup }: { popup: PopupState }) {
	const sentence = popup.alert.value;
	if (!sentence) return null;
	return (
		<div class="alert" role="alert">
			<p>{sentence}</p>
			<button type="button" class="tool" aria-label="Dismiss" onClick={popup.dismissAlert}>
				<Icon name="close" />
			</button>
		</div>
	);
}
