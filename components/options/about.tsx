import { useState } from "preact/hooks";
import { formatNumber, t } from "../../lib/browser/language.ts";
import type { projectPages } from "../../lib/project.ts";

/** What is new in this version, the most noticed first. */
const NEWS = ["edit", "beside", "part", "cells", "models", "inside"] as const;

export interface AboutProps {
	readonly version: string;
	/** Where the source is, and where problems are reported; null where there is no such place. */
	readonly pages: ReturnType<typeof projectPages>;
	/** The text of a report, to be seen before it is sent. */
	readonly report: () => string;
	readonly onCopy: (text: string) => Promise<void>;
}

/** What this is, what is new in it, what is inside, and where to turn to. */
export function About({ version, pages, report, onCopy }: AboutProps) {
	return (
		<section aria-labelledby="about">
			<h2 id="about">{t("options.place.about")}</h2>
			<p>{t("options.about.version", { version })}</p>
			<details class="news">
				<summary>{t("options.about.news", { count: formatNumber(NEWS.length) })}</summary>
				<ul>
					{NEWS.map((name) => (
						<li key={name}>{t(`options.about.new.${name}`)}</li>
					))}
				</ul>
			</details>
			<ul class="links">
				<li>
					<a href="/welcome.html">{t("options.about.welcome")}</a>
				</li>
				<li>
					<a href="/licences.txt" target="_blank" rel="noreferrer" hreflang="en">
						{t("options.privacy.licences")}
					</a>
				</li>
				{pages && (
					<li>
						<a href={pages.source} target="_blank" rel="noreferrer">
							{t("options.about.source")}
						</a>
					</li>
				)}
			</ul>
			{pages && <Report address={pages.report} report={report} onCopy={onCopy} />}
		</section>
	);
}

interface ReportProps extends Pick<AboutProps, "report" | "onCopy"> {
	readonly address: string;
}

/** A report is a text that people see, copy and send themselves: nothing is sent from here. */
function Report({ address, report, onCopy }: ReportProps) {
	const [text, setText] = useState<string | null>(null);
	const [copied, setCopied] = useState(false);
	if (text === null)
		return (
			<button type="button" class="button" onClick={() => setText(report())}>
				{t("options.about.report")}
			</button>
		);
	return (
		<div class="report">
			<p>{t("options.about.reportHow")}</p>
			<textarea
				aria-label={t("options.about.report")}
				rows={14}
				value={text}
				onInput={({ currentTarget }) => setText(currentTarget.value)}
			/>
			<div class="buttons">
				<button type="button" class="button" onClick={() => void onCopy(text).then(() => setCopied(true))}>
					{copied ? t("copied") : t("copy")}
				</button>
				<a class="button" href={address} target="_blank" rel="noreferrer">
					{t("options.about.toReports")}
				</a>
			</div>
		</div>
	);
}
