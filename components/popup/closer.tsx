import type { ReadDigit } from "../../lib/reading.ts";
import { Icon } from "../icon.tsx";
import { percent } from "../panel/doubt.ts";
import { DigitBars } from "../reading/digit-bars.tsx";
import { GlyphView } from "../reading/glyph-view.tsx";
import { ModelTable } from "./model-table.tsx";
import type { PopupState } from "./popup-state.ts";

/** One digit looked at closely: what the model sees of it, and how probable each answer is. Or all models instead. */
export function Closer({ popup }: { popup: PopupState }) {
	const { reading, selected } = popup.sheet.value;
	const digit = reading.value?.digits[selected.value];
	const comparing = popup.comparing.value;
	return (
		<section class="closer" aria-label="Details">
			<div class="closer-head">
				<span>
					{comparing
						? "Every model on this drawing"
						: digit
							? `What it sees: ${digit.digit} with ${percent(digit.confidence)}`
							: "What it sees, and how sure it is"}
				</span>
				<button type="button" class="link" aria-pressed={comparing} onClick={popup.toggleComparison}>
					Compare models
				</button>
			</div>
			{comparing ? (
				<ModelTable popup={popup} />
			) : (
				<>
					<Glyph popup={popup} digit={digit} />
					<DigitBars digit={digit} />
				</>
			)}
			<Alert popup={popup} />
		</section>
	);
}

function Glyph({ popup, digit }: { popup: PopupState; digit: ReadDigit | undefined }) {
	const name = digit ? `The ${digit.digit} as the model sees it, 28 by 28 pixels` : "Nothing to see yet";
	const view = <GlyphView glyph={digit?.glyph} name={name} />;
	if (!digit || popup.surface.value === "pixels") return view;
	return (
		<button type="button" class="glyph-button" title="Change its pixels" onClick={popup.editPixels}>
			{view}
		</button>
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
