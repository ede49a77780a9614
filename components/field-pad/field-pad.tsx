import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { type FieldLimits, fitField } from "../../lib/field-fit.ts";
import type { Box, Size } from "../../lib/geometry.ts";
import { fieldSentence } from "../field-words.ts";
import { InkPad } from "../pad/ink-pad.tsx";
import type { PadState } from "../pad/pad-state.ts";
import { PageDialog } from "../page-dialog.tsx";
import { doubtSentence } from "../reading/words.ts";
import { edgesOf } from "./edges.ts";

export interface FieldPadProps {
	readonly pad: PadState;
	/** Digits less probable than this are called doubtful. */
	readonly doubtBelow: number;
	/** What the page calls the field; empty where it has no name. */
	readonly name: string;
	readonly limits: FieldLimits;
	/** It did not take what was to be put in. */
	readonly takesNothing: boolean;
	/** Where the field is that the number goes into, in CSS pixels of the viewport. */
	readonly place: Box;
	readonly viewport: Size;
	/** Types the number into the field. */
	readonly onInsert: (text: string) => void;
	readonly onClose: () => void;
	/** Told which parts of the viewport it needs, the dialog among them. */
	readonly onShape: (areas: readonly Box[], dialog: Box) => void;
}

/** A small pad beside a field of a page, which is framed: what is drawn on it goes into the field. */
export function FieldPad({ pad, doubtBelow, name, limits, place, viewport, ...does }: FieldPadProps) {
	const { takesNothing, onInsert, onClose, onShape } = does;
	const [dialog, setDialog] = useState<Box | null>(null);
	const frame = edgesOf(place);
	useLayoutEffect(() => {
		if (dialog) onShape([dialog, ...frame], dialog);
	}, [dialog, place.x, place.y, place.width, place.height]);
	const reading = pad.reading.value;
	const number = pad.number.text.value;
	const fit = fitField(number, limits);
	const room = limits.most === undefined ? 0 : limits.most - limits.before.length - limits.behind.length;
	const insert = () => {
		if (fit.text) onInsert(fit.text);
	};
	const remark =
		pad.failure.value ??
		(takesNothing
			? t("panel.fieldGone")
			: (number && fieldSentence(fit)) || (reading ? doubtSentence(reading, doubtBelow) : ""));
	return (
		<>
			{frame.map((edge, i) => (
				<i key={i} class="field-edge" style={inPixels(edge)} />
			))}
			<PageDialog
				label={t("fieldPad.name")}
				subject={place}
				viewport={viewport}
				onEnter={insert}
				onPlace={setDialog}
			>
				<div class="field-pad" style={{ "--digits": Math.max(0, room) }}>
					<h2 class="field-name">
						{name ? t("fieldPad.for", { name }) : t("fieldPad.forFramed")}
						{room > 0 && <small>{t("fieldPad.takes", room)}</small>}
					</h2>
					<InkPad pad={pad} />
					<output class="drawn">{number.replaceAll("\n", " ")}</output>
					<p class="drawn-doubt" role="status" title={remark}>
						{remark}
					</p>
					<div class="field-pad-actions">
						<button
							type="button"
							class="button primary"
							disabled={takesNothing || !fit.text}
							onClick={({ isTrusted }) => isTrusted && insert()}
						>
							{t("insert")}
						</button>
						<button type="button" class="button" disabled={!pad.canUndo.value} onClick={pad.undo}>
							{t("undo")}
						</button>
						<button type="button" class="button" disabled={!pad.hasInk.value} onClick={pad.clear}>
							{t("clear")}
						</button>
						<button type="button" class="button" onClick={onClose}>
							{t("close")}
						</button>
					</div>
				</div>
			</PageDialog>
		</>
	);
}

function inPixels({ x, y, width, height }: Box) {
	return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
