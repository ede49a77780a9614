import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import { NumberView } from "../reading/number-view.tsx";
import { doubtSentence, nothingSentence, refusalSentence, turnedSentence } from "../reading/words.ts";
import type { PopupState } from "./popup-state.ts";

/** The number with its copy button, and one line for what deserves to be said about it. */
export function Readout({ popup }: { popup: PopupState }) {
	const hasText = Boolean(popup.active.value.reading.value?.text);
	const copied = popup.copied.value;
	return (
		<section class="readout" aria-label={t("popup.reading")}>
			<NumberView reader={popup.active.value} doubtBelow={popup.doubtBelow.value} />
			<button
				type="button"
				class="tool"
				aria-label={copied ? t("copied") : t("popup.copy")}
				aria-disabled={!hasText}
				title={t("popup.copyKeys")}
				onClick={popup.copy}
			>
				<Icon name={copied ? "done" : "copy"} />
			</button>
			<Remark popup={popup} />
		</section>
	);
}

function Remark({ popup }: { popup: PopupState }) {
	const { reading, drawing } = popup.active.value;
	// While the pen is down half a digit would be called doubtful again and again.
	const said = reading.value && !drawing.value ? reading.value : null;
	const refused = said ? refusalSentence(said) || nothingSentence(said) : "";
	const remark = refused || (said ? doubtSentence(said, popup.doubtBelow.value) : "");
	const text = [said ? turnedSentence(said) : "", remark].filter(Boolean).join(" ");
	return (
		<p class="remark" data-kind={refused ? "refused" : remark ? "doubt" : undefined} title={text}>
			{text}
		</p>
	);
}
