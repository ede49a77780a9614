import { signal } from "@preact/signals";
import { createOverlay } from "../../components/overlay.ts";
import css from "../../components/panel/panel.css?inline";
import { createPanelState } from "../../components/panel/panel-state.ts";
import { ResultPanel, type ResultPanelProps } from "../../components/panel/result-panel.tsx";
import { request } from "../../lib/browser/client.ts";
import { followReading, readingId } from "../../lib/browser/follow-reading.ts";
import { t } from "../../lib/browser/language.ts";
import type { Box } from "../../lib/geometry.ts";
import type { Outcome, PictureReading } from "../../lib/protocol.ts";
import { copyText } from "./clipboard.ts";
import { typeInto } from "./field.ts";
import { follow } from "./follow.ts";
import { painted } from "./frames.ts";
import { settingsNow } from "./settings.ts";
import type { Subject } from "./sources/source.ts";
import type { Stay } from "./stay.ts";

/**
 * Reads a subject and shows the reading beside it until the stay ends. `subjects` yields one way to the pixels
 * after the other; the first that can be read counts.
 */
export async function showReading(
	subjects: AsyncIterable<Subject>,
	place: () => Box,
	stay: Stay,
	next: ResultPanelProps["next"],
): Promise<void> {
	const overlay = createOverlay(css, stay.end);
	const { autoCopy, separators } = settingsNow().panel;
	const correct = (pastId: string, text: string) =>
		void request("correctReading", { pastId, text }).catch(() => {});
	const panel = createPanelState({ copy: copyText, correct, autoCopy, separators });
	const note = signal<string | undefined>(undefined);
	let placeNow = place;
	const { where, update } = follow(() => placeNow(), stay);
	const { signal: ended, field } = stay;
	ended.addEventListener("abort", () => overlay.remove());
	const insert = (text: string) => {
		stay.end();
		if (field) typeInto(field, text);
	};

	const View = () => (
		<ResultPanel
			panel={panel}
			{...where.value}
			position={settingsNow().panel.position}
			note={note.value}
			onClose={stay.end}
			onLookInside={(glyph) => void request("lookInside", { glyph }).catch(() => {})}
			next={next}
			{...(field && { onInsert: insert })}
		/>
	);
	overlay.show(<View />);

	let outcome: Outcome<PictureReading> = { ok: false, sentence: t("picker.nothing") };
	for await (const subject of subjects) {
		if (ended.aborted) return;
		// Our own panel must not be in the picture.
		if (subject.fromScreen) {
			overlay.setVisible(false);
			await painted();
		}
		const id = readingId();
		const stop = followReading(id, panel.progress);
		const cancel = () => void request("cancelReading", { id }).catch(() => {});
		ended.addEventListener("abort", cancel);
		outcome = await request("readPicture", { picture: subject.picture, id }).catch(() => ({
			ok: false,
			sentence: t("picker.noAnswer"),
		}));
		stop();
		ended.removeEventListener("abort", cancel);
		overlay.setVisible(true);
		if (!outcome.ok) continue;
		placeNow = subject.place;
		note.value = subject.note;
		break;
	}
	if (ended.aborted) return;
	update();
	panel.end(outcome);
}
