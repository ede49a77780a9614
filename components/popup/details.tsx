import { t } from "../../lib/browser/language.ts";
import type { ReadDigit } from "../../lib/reading/reading.ts";
import { Icon } from "../icon.tsx";
import { percent } from "../numbers.ts";
import { DigitBars } from "../reading/digit-bars.tsx";
import { GlyphView } from "../reading/glyph-view.tsx";
import { ModelTable } from "./model-table.tsx";
import type { Detail, PopupState } from "./popup-state.ts";
import { RecentReadings } from "./recent-readings.tsx";

const DETAILS: readonly Detail[] = ["digit", "models", "past"];

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Below the reading: one digit looked at closely, or all models on this drawing, or what was read before. */
export function Details({ popup }: { popup: PopupState }) {
	const { reading, selected } = popup.active.value;
	const digit = reading.value?.digits[selected.value];
	const detail = popup.detail.value;
	const answer = digit && { digit: digit.digit, probability: percent(digit.confidence) };
	return (
		<section class="details" aria-label={t("popup.details")}>
			<div class="details-head">
				<Tabs popup={popup} />
				{detail === "digit" && answer && (
					<a
						class="details-all details-sure"
						href="/lab.html#/inside"
						target="_blank"
						rel="noopener"
						aria-label={t("popup.lookInside", answer)}
						title={t("popup.why", answer)}
					>
						{answer.probability}
					</a>
				)}
				{detail === "past" && (
					<a
						class="details-all"
						href="/readings.html"
						target="_blank"
						aria-label={t("popup.seeAllPast")}
						rel="noopener"
					>
						{t("popup.seeAll")}
					</a>
				)}
			</div>
			<div class="details-body" id="detail" role="tabpanel" aria-labelledby={`tab-${detail}`}>
				{detail === "models" && <ModelTable popup={popup} />}
				{detail === "past" && <RecentReadings popup={popup} />}
				{detail === "digit" && (
					<>
						<Glyph popup={popup} digit={digit} />
						<DigitBars digit={digit} />
					</>
				)}
			</div>
			<Alert popup={popup} />
		</section>
	);
}

function Tabs({ popup }: { popup: PopupState }) {
	const now = popup.detail.value;
	function onKeyDown(event: KeyboardEvent): void {
		const step = STEPS[event.key];
		if (!step) return;
		event.preventDefault();
		const next = DETAILS[(DETAILS.indexOf(now) + step + DETAILS.length) % DETAILS.length]!;
		popup.look(next);
		document.getElementById(`tab-${next}`)?.focus();
	}
	return (
		<div class="tabs" role="tablist" aria-label={t("popup.details")} onKeyDown={onKeyDown}>
			{DETAILS.map((detail) => (
				<button
					key={detail}
					type="button"
					class="tab"
					role="tab"
					id={`tab-${detail}`}
					aria-controls="detail"
					aria-selected={detail === now}
					tabIndex={detail === now ? 0 : -1}
					onClick={() => popup.look(detail)}
				>
					{t(`popup.detail.${detail}`)}
				</button>
			))}
		</div>
	);
}

function Glyph({ popup, digit }: { popup: PopupState; digit: ReadDigit | undefined }) {
	const name = digit ? t("popup.seen", { digit: digit.digit }) : t("popup.nothingSeen");
	const view = <GlyphView glyph={digit?.glyph} name={name} />;
	if (!digit || popup.surface.value === "pixels") return view;
	return (
		<button type="button" class="glyph-button" title={t("popup.changePixels")} onClick={popup.editPixels}>
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
			<button type="button" class="tool" aria-label={t("popup.dismiss")} onClick={popup.dismissAlert}>
				<Icon name="close" />
			</button>
		</div>
	);
}
