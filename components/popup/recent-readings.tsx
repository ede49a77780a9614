import type { PastReading } from "../../lib/browser/past-readings.ts";
import { Icon } from "../icon.tsx";
import type { PopupState } from "./popup-state.ts";

/** How many of the past readings are shown. */
const NEWEST = 12;

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** The newest past readings, each to be copied with one click. */
export function RecentReadings({ popup }: { popup: PopupState }) {
	const readings = popup.recent.value;
	if (!readings) return <p class="recent-none" aria-busy="true" />;
	if (readings.length === 0)
		return (
			<p class="recent-none">
				{popup.keeps.value
					? "Nothing yet. What is read in pages and pictures is kept here, on this device."
					: "Past readings are not kept. You can switch that on in the options."}
			</p>
		);
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
	const oneLine = text.replaceAll("\n", " ");
	const copied = popup.copiedRecent.value === id;
	const today = new Date(at).toDateString() === new Date().toDateString();
	return (
		<li>
			<button type="button" class="recent-row" title={title} onClick={() => popup.copyRecent(reading)}>
				<span class="spoken">{copied ? "Copied" : "Copy"} </span>
				<img src={picture} alt="" />
				<b>{oneLine}</b>
				<time dateTime={new Date(at).toISOString()}>{(today ? CLOCK : DAY).format(at)}</time>
				<Icon name={copied ? "done" : "copy"} />
			</button>
		</li>
	);
}
