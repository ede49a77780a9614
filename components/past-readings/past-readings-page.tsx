import type { ReadonlySignal } from "@preact/signals";
import type { PastReadingsState } from "./past-readings-state.ts";
import { ReadingRow } from "./reading-row.tsx";

export interface PastReadingsPageProps {
	readonly past: PastReadingsState;
	/** Whether readings are kept at all. */
	readonly keeps: ReadonlySignal<boolean>;
	readonly onKeep: (keep: boolean) => void;
	readonly onExport: (format: "csv" | "json") => void;
}

/** All that was read in pages: search, copy, delete, export. */
export function PastReadingsPage({ past, keeps, onKeep, onExport }: PastReadingsPageProps) {
	const { kept, shown, search, deleted } = past;
	const none = kept.value.length === 0;
	return (
		<main class="past">
			<h1>Past readings</h1>
			<p>
				What was read in pages and pictures, on this device only and never from private windows. The last 200
				are kept.
			</p>
			<label class="keep">
				<input
					type="checkbox"
					checked={keeps.value}
					onChange={({ currentTarget }) => onKeep(currentTarget.checked)}
				/>
				Keep what is read
			</label>
			<div class="past-tools">
				<input
					type="search"
					class="past-search"
					aria-label="Search digits and pages"
					placeholder="Search digits and pages"
					value={search.value}
					onInput={({ currentTarget }) => {
						search.value = currentTarget.value;
					}}
				/>
				<button type="button" class="button" disabled={none} onClick={() => onExport("csv")}>
					Export CSV
				</button>
				<button type="button" class="button" disabled={none} onClick={() => onExport("json")}>
					Export JSON
				</button>
				<button type="button" class="button" disabled={none} onClick={past.removeAll}>
					Delete all
				</button>
			</div>
			<p class="past-deleted" role="status">
				{deleted.value.length > 0 && (
					<>
						{deleted.value.length === 1
							? "One reading deleted. "
							: `${deleted.value.length} readings deleted. `}
						<button type="button" class="button" onClick={past.undo}>
							Undo
						</button>
					</>
				)}
			</p>
			{none && <p>Nothing yet. Right-click an image and choose “Read digits in this image”.</p>}
			{!none && shown.value.length === 0 && <p>No reading has “{search}” in its digits or its page.</p>}
			<ul class="past-list">
				{shown.value.map((reading) => (
					<ReadingRow key={reading.id} past={past} reading={reading} />
				))}
			</ul>
		</main>
	);
}
