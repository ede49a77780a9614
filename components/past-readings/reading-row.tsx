import type { PastReading } from "../../lib/browser/past-readings.ts";
import { Icon } from "../icon.tsx";
import type { PastReadingsState } from "./past-readings-state.ts";

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** One past reading. */
export function ReadingRow({ past, reading }: { past: PastReadingsState; reading: PastReading }) {
	const { text, title, at, picture, id } = reading;
	const oneLine = text.replaceAll("\n", " ");
	const copied = past.copied.value === id;
	return (
		<li class="past-row">
			<img src={picture} alt="" loading="lazy" />
			<div class="past-what">
				<b class="past-text">{text}</b>
				<span class="past-where">
					{title && <span class="past-title">{title}</span>}
					<time dateTime={new Date(at).toISOString()}>{TIME.format(at)}</time>
				</span>
			</div>
			<button
				type="button"
				class="tool"
				aria-label={copied ? `Copied ${oneLine}` : `Copy ${oneLine}`}
				title="Copy"
				onClick={() => past.copyText(reading)}
			>
				<Icon name={copied ? "done" : "copy"} />
			</button>
			<button
				type="button"
				class="tool"
				aria-label={`Delete ${oneLine}`}
				title="Delete"
				onClick={() => past.remove(reading)}
			>
				<Icon name="clear" />
			</button>
		</li>
	);
}
