import type { ReadonlySignal } from "@preact/signals";
import { t } from "../../lib/browser/language.ts";
import type { PastReadingsState } from "./past-readings-state.ts";
import { ReadingRow } from "./reading-row.tsx";

export interface PastReadingsPageProps {
	readonly past: PastReadingsState;
	/** Whether readings are kept at all. */
	readonly keeps: ReadonlySignal<boolean>;
	readonly onExport: (format: "csv" | "json") => void;
}

/** All that was read in pages: search, copy, delete, export. */
export function PastReadingsPage({ past, keeps, onExport }: PastReadingsPageProps) {
	const { kept, shown, search, deleted } = past;
	const none = kept.value.length === 0;
	return (
		<main class="past">
			<h1>{t("past.heading")}</h1>
			<p>{t("past.about")}</p>
			<label class="keep">
				<input
					type="checkbox"
					checked={keeps.value}
					onChange={({ currentTarget }) => past.setKeeping(currentTarget.checked)}
				/>
				{t("past.keep")}
			</label>
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
				<button type="button" class="button" disabled={none} onClick={() => onExport("csv")}>
					{t("past.exportCsv")}
				</button>
				<button type="button" class="button" disabled={none} onClick={() => onExport("json")}>
					{t("past.exportJson")}
				</button>
				<button type="button" class="button" disabled={none} onClick={() => past.removeAll()}>
					{t("past.deleteAll")}
				</button>
			</div>
			{past.unsaved.value && <p role="alert">{past.unsaved}</p>}
			<p class="past-deleted" role="status">
				{deleted.value.length > 0 && (
					<>
						{t("past.deleted", deleted.value.length)}{" "}
						<button type="button" class="button" onClick={past.undo}>
							{t("undo")}
						</button>
					</>
				)}
			</p>
			{none && <p>{t("past.empty")}</p>}
			{!none && shown.value.length === 0 && <p>{t("past.notFound", { search: search.value })}</p>}
			<ul class="past-list">
				{shown.value.map((reading) => (
					<ReadingRow key={reading.id} past={past} reading={reading} />
				))}
			</ul>
		</main>
	);
}
