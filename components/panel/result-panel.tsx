import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Box } from "../../lib/geometry.ts";
import type { PanelSettings } from "../../lib/settings.ts";
import { DigitBoxes } from "./digit-boxes.tsx";
import { around, onPage } from "./on-page.ts";
import { PanelContent, type PanelContentProps } from "./panel-content.tsx";
import { placePanel } from "./place.ts";

export interface ResultPanelProps extends PanelContentProps {
	/** Where the picture stands now, in CSS pixels of the viewport. */
	readonly place: Box;
	readonly viewport: { readonly width: number; readonly height: number };
	/** Beside the picture, unless the person wants it elsewhere. */
	readonly position?: PanelSettings["position"];
	readonly onClose: () => void;
}

/** The reading of something in the page: a dialog beside it and a frame over every digit. */
export function ResultPanel({ place, viewport, position, onClose, ...content }: ResultPanelProps) {
	const { panel } = content;
	const dialog = useRef<HTMLElement>(null);
	const [size, setSize] = useState({ width: 280, height: 140 });
	useLayoutEffect(() => {
		const { width, height } = dialog.current!.getBoundingClientRect();
		if (width !== size.width || height !== size.height) setSize({ width, height });
	});
	useLayoutEffect(() => dialog.current!.focus({ preventScroll: true }), []);

	const phase = panel.phase.value;
	const digits =
		phase.kind === "read"
			? around(phase.result.reading.digits.map(({ box }) => onPage(box, phase.result, place)))
			: null;
	const { x, y } = placePanel(size, place, digits ?? place, viewport, position);
	return (
		<>
			<DigitBoxes panel={panel} place={place} />
			<section
				ref={dialog}
				class="panel"
				role="dialog"
				aria-label="Digit Lens reading"
				tabIndex={-1}
				style={{ left: `${x}px`, top: `${y}px` }}
			>
				<button type="button" class="close" aria-label="Close" title="Close (Esc)" onClick={onClose}>
					<svg viewBox="0 0 16 16" aria-hidden="true">
						<path d="M4 4l8 8M12 4l-8 8" />
					</svg>
				</button>
				<PanelContent {...content} />
			</section>
		</>
	);
}
