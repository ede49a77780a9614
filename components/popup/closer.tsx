import type { ReadDigit } from "../../lib/reading.ts";
import { Icon } from "../icon.tsx";
import { percent } from "../panel/doubt.ts";
import { DigitBars } from "../reading/digit-bars.tsx";
import { GlyphView } from "../reading/glyph-view.tsx";
import { ModelTable } from "./model-table.tsx";
import type { Detail, PopupState } from "./popup-state.ts";
import { RecentReadings } from "./recent-readings.tsx";

const DETAILS: readonly (readonly [Detail, string])[] = [
	["digit", "What it sees"],
	["models", "Compare models"],
	["past", "Past readings"],
];

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Below the reading: one digit looked at closely, or all models on this drawing, or what was read before. */
export function Closer({ popup }: { popup: PopupState }) {
	const { reading, selected } = popup.sheet.value;
	const digit = reading.value?.digits[selected.value];
	const detail = popup.detail.value;
	return (
		<section class="closer" aria-label="Details">
			<div class="closer-head">
				<Tabs popup={popup} />
				{detail === "digit" && digit && (
					<a
						class="closer-all closer-sure"
						href="/lab.html#/inside"
						target="_blank"
						rel="noopener"
						aria-label={`It is a ${digit.digit} with ${percent(digit.confidence)}: look inside the model`}
						title={`It is a ${digit.digit} with ${percent(digit.confidence)}. Why? Look inside the model`}
					>
						{percent(digit.confidence)}
					</a>
				)}
				{detail === "past" && (
					<a
						class="closer-all"
						href="/readings.html"
						target="_blank"
						aria-label="See all past readings"
						rel="noopener"
					>
						See all
					</a>
				)}
			</div>
			<div class="closer-body" id="detail" role="tabpanel" aria-labelledby={`tab-${detail}`}>
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
		const index = DETAILS.findIndex(([detail]) => detail === now);
		const [next] = DETAILS[(index + step + DETAILS.length) % DETAILS.length]!;
		popup.look(next);
		document.getElementById(`tab-${next}`)?.focus();
	}
	return (
		<div class="tabs" role="tablist" aria-label="Details" onKeyDown={onKeyDown}>
			{DETAILS.map(([detail, name]) => (
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
					{name}
				</button>
			))}
		</div>
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
