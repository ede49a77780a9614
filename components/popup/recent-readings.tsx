import { locale, t } from "../../lib/browser/language.ts";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { Icon } from "../icon.tsx";
import type { PopupState } from "./popup-state.ts";

/** How many of the past readings are shown. */
const NEWEST = 12;

const CLOCK: Intl.DateTimeFormatOptions = { timeStyle: "short" };
const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };

/** The newest past readings, each to be copied with one click. */
export function RecentReadings({ popup }: { popup: PopupState }) {
	const readings = popup.recent.value;
	if (!readings) return <p class="recent-none" aria-busy="true" />;
	if (readings.length === 0)
		return <p class="recent-none">{popup.keeps.value ? t("past.nothingYet") : t("past.notKept")}</p>;
	return (
		<ul class="recent">
			{readings.slice(0, NEWEST).map((reading) => (
				<Row key={reading.id} popup={popup} reading={reading} />
			))}
		</ul>
	);
}

function Row({ popup, reading }: { popup: PopupState; reading: PastReading }) {
	const { id, text, title, at, picture } = reading;
	const oneLine = text.replaceAll(/\s+/g, " ").trim();
	const copied = popup.copiedRecent.value === id;
	const today = new Date(at).toDateString() === new Date().toDateString();
	return (
		<li>
			<button type="button" class="recent-row" title={title} onClick={() => popup.copyRecent(reading)}>
				<span class="spoken">{copied ? t("copied") : t("copy")} </span>
				<img src={picture || undefined} alt="" />
				<b>{oneLine}</b>
				<time dateTime={new Date(at).toISOString()}>
					{new Date(at).toLocaleString(locale(), today ? CLOCK : DAY)}
				</time>
				<Icon name={copied ? "done" : "copy"} />
			</button>
		</li>
	);
}
