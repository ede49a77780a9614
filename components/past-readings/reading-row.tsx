import { locale, t } from "../../lib/browser/language.ts";
import type { PastReading } from "../../lib/browser/past-readings.ts";
import { Icon } from "../icon.tsx";
import { KeptText } from "./kept-text.tsx";
import type { PastReadingsState } from "./past-readings-state.ts";

const TIME: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };

/** One past reading. */
export function ReadingRow({ past, reading }: { past: PastReadingsState; reading: PastReading }) {
	const { text, title, at, picture, id } = reading;
	const oneLine = text.replaceAll(/\s+/g, " ").trim();
	const copied = past.copied.value === id;
	return (
		<li class="past-row">
			<img src={picture || undefined} alt="" loading="lazy" />
			<div class="past-what">
				<KeptText text={text} />
				<span class="past-where">
					{title && <span class="past-title">{title}</span>}
					<time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString(locale(), TIME)}</time>
				</span>
			</div>
			<button
				type="button"
				class="tool"
				aria-label={copied ? t("past.copiedOne", { text: oneLine }) : t("past.copyOne", { text: oneLine })}
				title={t("copy")}
				onClick={() => past.copyText(reading)}
			>
				<Icon name={copied ? "done" : "copy"} />
			</button>
			<button
				type="button"
				class="tool"
				aria-label={t("past.deleteOne", { text: oneLine })}
				title={t("delete")}
				onClick={() => past.remove(reading)}
			>
				<Icon name="clear" />
			</button>
		</li>
	);
}
