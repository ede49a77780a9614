import type { ReadonlySignal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import { Icon } from "../icon.tsx";
import { ALL, FILTER_NAMES, type Filter, type PastReadingsState } from "./past-readings-state.ts";
import { ReadingRow } from "./reading-row.tsx";

export interface PastReadingsPageProps {
	readonly past: PastReadingsState;
	/** Whether readings are kept at all. */
	readonly keeps: ReadonlySignal<boolean>;
	readonly onExport: (format: "csv" | "json") => void;
}

/** All that was read in pages: search, put right, pin, copy, delete, export. */
export function PastReadingsPage(props: PastReadingsPageProps) {
	const { past, keeps } = props;
	const { kept, shown, search, deleted } = past;
	const none = kept.value.length === 0;
	return (
		<main class="past">
			<header>
				<img src="/icon/128.png" width="40" height="40" alt="" />
				<h1>{t("past.heading")}</h1>
				<a href="/options.html">{t("popup.options")}</a>
			</header>
			<div class="past-about">
				<p>{t("past.about")}</p>
				<label class="keep">
					{t("past.keep")}
					<input
						type="checkbox"
						class="switch"
						checked={keeps.value}
						onChange={({ currentTarget }) => past.setKeeping(currentTarget.checked)}
					/>
				</label>
			</div>
			{(!none || deleted.value.length > 0) && <Tools {...props} />}
			{past.unsaved.value && (
				<p class="trouble" role="alert">
					{past.unsaved}
				</p>
			)}
			<p class="past-deleted" role="status">
				{deleted.value.length > 0 && (
					<>
						{t("past.deleted", deleted.value.length)}{" "}
						<button type="button" class="link" onClick={past.undo}>
							{t("undo")}
						</button>
					</>
				)}
			</p>
			{none && <p class="past-none">{t("past.empty")}</p>}
			{!none && shown.value.length === 0 && (
				<p class="past-none">
					{search.value ? t("past.notFound", { search: search.value }) : t("past.noneLikeThat")}
				</p>
			)}
			<ul class="past-list">
				{shown.value.map((reading) => (
					<ReadingRow key={reading.id} past={past} reading={reading} />
				))}
			</ul>
		</main>
	);
}

function Tools({ past, onExport }: PastReadingsPageProps) {
	const { kept, shown, search, filter } = past;
	const none = kept.value.length === 0;
	return (
		<div class="past-tools">
			<input
				type="search"
				class="past-search"
				aria-label={t("past.search")}
				placeholder={t("past.search")}
				value={search.value}
				onInput={({ currentTarget }) => {
					search.value = currentTarget.value;
				}}
			/>
			<select
				class="select"
				aria-label={t("past.show")}
				value={filter.value}
				onChange={({ currentTarget }) => {
					filter.value = currentTarget.value as Filter;
				}}
			>
				{FILTER_NAMES.map((name) => (
					<option key={name} value={name}>
						{t(`past.filter.${name}`)}
					</option>
				))}
			</select>
			<button
				type="button"
				class="button"
				disabled={shown.value.length === 0}
				title={t("past.copyShownHint")}
				onClick={past.copyShown}
			>
				<Icon name={past.copied.value === ALL ? "done" : "copy"} />
				{past.copied.value === ALL ? t("copied") : t("past.copyShown")}
			</button>
			<button type="button" class="button" disabled={none} onClick={() => onExport("csv")}>
				{t("past.exportCsv")}
			</button>
			<button type="button" class="button" disabled={none} onClick={() => onExport("json")}>
				{t("past.exportJson")}
			</button>
			<button type="button" class="button" disabled={!past.canDelete.value} onClick={past.removeAll}>
				{past.somePinned.value ? t("past.deleteUnpinned") : t("past.deleteAll")}
			</button>
		</div>
	);
}
