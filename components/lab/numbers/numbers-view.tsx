import type { ChosenFile } from "../../../lib/browser/chosen-files.ts";
import { formatNumber, t } from "../../../lib/browser/language.ts";
import { FileDrop } from "../../file-drop.tsx";
import { percent } from "../../numbers.ts";
import { isRight, type NumberRow, type NumbersState } from "./numbers-state.ts";

interface NumbersProps {
	readonly state: NumbersState;
	readonly onFiles: (files: readonly ChosenFile[] | Promise<readonly ChosenFile[]>) => void;
	/** Saves all that was read as a file for spreadsheets. */
	readonly onSave: () => void;
}

/** Only so many rows are shown; all of them are in the file. */
const SHOWN = 500;

/** A folder of whole numbers, read at once. */
export function NumbersView({ state, onFiles, onSave }: NumbersProps) {
	const work = state.work.value;
	const rows = state.rows.value;
	const { right, known } = state.score.value;
	return (
		<>
			<FileDrop
				name={t("lab.batch.source")}
				title={t("lab.batch.drop")}
				how={t("lab.batch.how")}
				busy={work !== null}
				onFiles={onFiles}
			/>
			{work && (
				<div class="work">
					<span role="status">{t("lab.batch.reading")}</span>
					<progress
						{...(work.of > 0 && { value: work.done, max: work.of })}
						aria-label={t("lab.batch.reading")}
					/>
					<button type="button" class="button" onClick={state.cancel}>
						{t("lab.evaluate.cancel")}
					</button>
				</div>
			)}
			{state.failure.value && (
				<p class="failure" role="alert">
					{state.failure.value}
				</p>
			)}
			{rows.length > 0 && (
				<>
					<div class="evaluate-actions">
						<p role="status">
							{known > 0
								? t("lab.batch.score", {
										right: formatNumber(right),
										known: formatNumber(known),
										share: percent(right / known),
									})
								: t("lab.batch.count", { count: formatNumber(rows.length) })}
						</p>
						<button type="button" class="button" onClick={onSave}>
							{t("lab.batch.save")}
						</button>
					</div>
					<div class="scroller">
						<table class="numbers batch">
							<thead>
								<tr>
									<th scope="col">{t("lab.batch.file")}</th>
									{known > 0 && <th scope="col">{t("lab.batch.is")}</th>}
									<th scope="col">{t("lab.batch.read")}</th>
									<th scope="col">{t("lab.batch.least")}</th>
								</tr>
							</thead>
							<tbody>
								{rows.slice(0, SHOWN).map((row) => (
									<Row key={row.path} row={row} withTruth={known > 0} />
								))}
							</tbody>
						</table>
					</div>
					{rows.length > SHOWN && (
						<p class="quiet">{t("lab.batch.more", { count: formatNumber(rows.length - SHOWN) })}</p>
					)}
				</>
			)}
		</>
	);
}

function Row({ row, withTruth }: { readonly row: NumberRow; readonly withTruth: boolean }) {
	const { path, truth, read, confidence, failure } = row;
	return (
		<tr data-right={String(isRight(row))}>
			<th scope="row">{path}</th>
			{withTruth && <td>{truth ?? ""}</td>}
			<td class="batch-read">{failure ?? (read || t("lab.batch.nothing"))}</td>
			<td>{read ? percent(confidence) : ""}</td>
		</tr>
	);
}
