import { t } from "../../lib/browser/language.ts";
import { Alert } from "./alert.tsx";
import { Look } from "./look.tsx";
import { ModelTable } from "./model-table.tsx";
import type { Detail, PopupState } from "./popup-state.ts";
import { Readout } from "./readout.tsx";
import { RecentReadings } from "./recent-readings.tsx";

const DETAILS: readonly Detail[] = ["reading", "models", "past"];

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Below the drawing: what is read in it, or all models on it, or what was read before. */
export function Answer({ popup, stays }: { popup: PopupState; stays: boolean }) {
	const detail = popup.detail.value;
	return (
		<section class="answer" aria-label={t("popup.answer")}>
			<div class="answer-head">
				<Tabs popup={popup} />
				{detail === "past" && (
					<a class="answer-all" href="/readings.html" target="_blank" rel="noopener">
						{t("popup.seeAll")}
						<span class="spoken"> {t("popup.detail.past")}</span>
					</a>
				)}
			</div>
			<div class="answer-body" id="detail" role="tabpanel" aria-labelledby={`tab-${detail}`}>
				{detail === "models" && <ModelTable popup={popup} />}
				{detail === "past" && <RecentReadings popup={popup} />}
				{detail === "reading" && (
					<>
						<Readout popup={popup} stays={stays} />
						{!popup.alert.value && <Look popup={popup} />}
					</>
				)}
				<Alert popup={popup} />
			</div>
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
		<div class="tabs" role="tablist" aria-label={t("popup.answer")} onKeyDown={onKeyDown}>
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
