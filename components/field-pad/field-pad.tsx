import { t } from "../../lib/browser/language.ts";
import type { Box, Size } from "../../lib/geometry.ts";
import { InkPad } from "../pad/ink-pad.tsx";
import type { PadState } from "../pad/pad-state.ts";
import { PageDialog, type PageDialogProps } from "../page-dialog.tsx";
import { doubtSentence } from "../reading/words.ts";

export interface FieldPadProps extends Pick<PageDialogProps, "onPlace"> {
	readonly pad: PadState;
	/** Digits less probable than this are called doubtful. */
	readonly doubtBelow: number;
	/** Where the field is that the number goes into, in CSS pixels of the viewport. */
	readonly place: Box;
	readonly viewport: Size;
	/** Types the number into the field. */
	readonly onInsert: (text: string) => void;
	readonly onClose: () => void;
}

/** A small pad beside a field of a page: what is drawn on it goes into the field. */
export function FieldPad({ pad, doubtBelow, place, viewport, onInsert, onClose, onPlace }: FieldPadProps) {
	const reading = pad.reading.value;
	const text = reading?.text ?? "";
	const insert = () => {
		if (text) onInsert(text);
	};
	return (
		<PageDialog
			label={t("fieldPad.name")}
			subject={place}
			viewport={viewport}
			onEnter={insert}
			onPlace={onPlace}
		>
			<div class="field-pad">
				<InkPad pad={pad} />
				<output class="drawn">{text.replaceAll("\n", " ")}</output>
				<p class="drawn-doubt" role="status">
					{pad.failure.value ?? (reading ? doubtSentence(reading, doubtBelow) : "")}
				</p>
				<div class="field-pad-actions">
					<button
						type="button"
						class="button primary"
						disabled={!text}
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
	);
}
