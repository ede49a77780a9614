import { t } from "../../lib/browser/language.ts";
import type { RejectedPiece } from "../../lib/reading/reading.ts";
import { percent } from "../numbers.ts";
import { DigitBars } from "../reading/digit-bars.tsx";
import { GlyphView } from "../reading/glyph-view.tsx";
import type { Seen } from "../reading/seen.ts";
import { reasonOf } from "../reading/words.ts";
import type { PopupState } from "./popup-state.ts";

/** One digit, or something that was left out, as the model sees it, and how sure it is of what. */
export function Look({ popup }: { popup: PopupState }) {
	const seen = popup.active.value.looked.value;
	return (
		<section class="look" aria-label={t("popup.looks")}>
			<Glyph popup={popup} seen={seen} />
			<p class="look-said" data-refused={Boolean(seen?.refused)}>
				{seen && <Said seen={seen} />}
			</p>
			<DigitBars seen={seen} />
		</section>
	);
}

function Said({ seen }: { seen: Seen }) {
	const probability = percent(seen.digits[Number(seen.best)]);
	return (
		<>
			<span>
				{seen.refused
					? t("popup.refused", { reason: whyRefused(seen, seen.refused) })
					: t("popup.sure", { digit: seen.best, probability })}
			</span>
			{!seen.refused && (
				<a
					href="/lab.html#/inside"
					target="_blank"
					rel="noopener"
					aria-label={t("popup.lookInside", { digit: seen.best, probability })}
				>
					{t("popup.why")}
				</a>
			)}
		</>
	);
}

/** How sure it is that this is no digit is said where that is the reason. */
function whyRefused({ none }: Seen, piece: RejectedPiece): string {
	const reason = reasonOf(piece);
	return piece.reason === "not-a-digit" && none > 0.5 ? `${reason}, ${percent(none)}` : reason;
}

function Glyph({ popup, seen }: { popup: PopupState; seen: Seen | null }) {
	const name = !seen
		? t("popup.nothingSeen")
		: seen.refused
			? t("popup.seenRefused")
			: t("popup.seen", { digit: seen.best });
	const view = <GlyphView glyph={seen?.glyph} name={name} />;
	if (!seen || popup.surface.value === "pixels") return view;
	return (
		<button type="button" class="glyph-button" title={t("popup.changePixels")} onClick={popup.editPixels}>
			{view}
		</button>
	);
}
