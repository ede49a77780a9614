import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import type { NumberRoom } from "../reading/number-fit.ts";
import { NumberView } from "../reading/number-view.tsx";
import {
	boxesSentence,
	doubtSentence,
	expectedSentence,
	isTooMuch,
	nothingSentence,
	refusalSentence,
	turnedSentence,
} from "../reading/words.ts";
import type { PopupState } from "./popup-state.ts";
import { useRoomBeside } from "./room-beside.ts";

/** CSS pixels, as popup.css has them: a long number takes some of the closer look, and of the picture. */
const ON_PAD: NumberRoom = { width: 346, heights: [52, 108] };
const ON_PICTURE: NumberRoom = { ...ON_PAD, heights: [52, 108, 198] };

/** The number, below it what deserves to be said about it and what can be done with it. */
export function Readout({ popup, stays }: { popup: PopupState; stays: boolean }) {
	const beside = useRoomBeside();
	const hasText = popup.active.value.number.text.value !== "";
	const copied = popup.copied.value;
	return (
		<section class="readout" aria-label={t("popup.reading")}>
			<NumberView
				reader={popup.active.value}
				doubtBelow={popup.doubtBelow.value}
				room={stays ? beside : popup.surface.value === "picture" ? ON_PICTURE : ON_PAD}
			/>
			<Remark popup={popup} />
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
		</section>
	);
}

function Remark({ popup }: { popup: PopupState }) {
	const { reading, standing, number, drawing, refused: pieces } = popup.active.value;
	// While the pen is down half a digit would be called doubtful again and again.
	const said = reading.value && !drawing.value ? reading.value : null;
	const refused = said ? refusalSentence(said) || nothingSentence(said) : "";
	const doubt = said && standing.value ? doubtSentence(standing.value, popup.doubtBelow.value) : "";
	const byYou = said && number.isEdited.value ? t("number.byYou") : "";
	const remark = refused || doubt;
	const beside = said ? [turnedSentence(said), boxesSentence(said), expectedSentence(said)] : [];
	const text = [...beside, byYou, remark].filter(Boolean).join(" ");
	const advisesPart = said && isTooMuch(said) && popup.surface.value === "picture";
	return (
		<div class="remark" data-kind={refused ? "refused" : remark ? "doubt" : undefined}>
			<p title={text}>{text}</p>
			{advisesPart ? (
				<button type="button" class="link" onClick={() => popup.picture.choosePart(true)}>
					{t("picture.selectPart")}
				</button>
			) : (
				said && pieces.value.length > 0 && <SeeRefused popup={popup} />
			)}
		</div>
	);
}

/** Goes through what was left out, one by one, and back to the digits. */
function SeeRefused({ popup }: { popup: PopupState }) {
	const { refused, looked, lookAtRefused, reading } = popup.active.value;
	const all = refused.value.length;
	const now = refused.value.findIndex(({ refused }) => refused === looked.value?.refused);
	const hasDigits = Boolean(reading.value?.text);
	if (all === 1 && !hasDigits) return null;
	const next = now + 1 < all ? now + 1 : hasDigits ? null : 0;
	return (
		<button type="button" class="link" onClick={() => lookAtRefused(next)}>
			{next === null ? t("popup.toDigits") : t("popup.seeRefused", all, { index: next + 1 })}
		</button>
	);
}
