import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { type Box, enclosing } from "../../lib/geometry.ts";
import { Icon } from "../icon.tsx";
import { PageDialog, type PageDialogProps } from "../page-dialog.tsx";
import { DigitBoxes } from "./digit-boxes.tsx";
import { onPage, withLabels } from "./on-page.ts";
import { PanelContent, type PanelContentProps } from "./panel-content.tsx";

export interface ResultPanelProps extends PanelContentProps, Pick<PageDialogProps, "viewport" | "position"> {
	/** Where the picture stands now, in CSS pixels of the viewport. */
	readonly place: Box;
	readonly onClose: () => void;
	/** Told which parts of the viewport it needs, the dialog among them. */
	readonly onShape: (areas: readonly Box[], dialog: Box) => void;
}

/** The reading of something in the page: a dialog beside it and a frame over every digit. */
export function ResultPanel({ place, viewport, position, onClose, onShape, ...content }: ResultPanelProps) {
	const { panel } = content;
	const phase = panel.phase.value;
	const digits =
		phase.kind === "read"
			? enclosing(phase.result.reading.digits.map(({ box }) => onPage(box, phase.result, place)))
			: null;
	const [dialog, setDialog] = useState<Box | null>(null);
	const labelled = digits && withLabels(place, viewport);
	useLayoutEffect(() => {
		if (dialog) onShape(labelled ? [dialog, labelled] : [dialog], dialog);
	}, [dialog, labelled?.x, labelled?.y, labelled?.width, labelled?.height]);
	const where = { subject: place, keepFree: digits, viewport, position, onPlace: setDialog };
	return (
		<>
			<DigitBoxes panel={panel} place={place} viewport={viewport} />
			<PageDialog label={t("panel.name")} {...where}>
				<button
					type="button"
					class="tool close"
					aria-label={t("close")}
					title={t("panel.closeKeys")}
					onClick={({ isTrusted }) => isTrusted && onClose()}
				>
					<Icon name="close" />
				</button>
				<PanelContent {...content} />
				{/* Always there, since a screen reader tells what changes in it and not that it comes. */}
				<p class="spoken" role="status">
					{panel.said}
				</p>
			</PageDialog>
		</>
	);
}
