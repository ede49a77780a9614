import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Box } from "../../lib/geometry.ts";
import { BigNumber } from "./big-number.tsx";
import { DigitBoxes } from "./digit-boxes.tsx";
import type { PanelState } from "./panel-state.ts";
import { placePanel } from "./place.ts";
import { certainty, leftOut, nothingFound } from "./sentences.ts";

export interface ResultPanelProps {
	readonly panel: PanelState;
	/** Where the picture stands now, in CSS pixels of the viewport. */
	readonly place: Box;
	readonly viewport: { readonly width: number; readonly height: number };
	/** True when the pixels were those of the screen, not the file's. */
	readonly fromScreen: boolean;
	readonly onClose: () => void;
	/** What else can be read from here: another region, or this one changed. */
	readonly next: { readonly label: string; readonly run: () => void };
}

/** The reading of something in the page: a dialog beside it and a frame over every digit. */
export function ResultPanel({ panel, place, viewport, fromScreen, onClose, next }: ResultPanelProps) {
	const dialog = useRef<HTMLElement>(null);
	const [size, setSize] = useState({ width: 280, height: 140 });
	useLayoutEffect(() => {
		const { width, height } = dialog.current!.getBoundingClientRect();
		if (width !== size.width || height !== size.height) setSize({ width, height });
	});
	useLayoutEffect(() => dialog.current!.focus({ preventScroll: true }), []);

	const { x, y } = placePanel(size, place, place, viewport);
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
				<Content panel={panel} fromScreen={fromScreen} next={next} />
			</section>
		</>
	);
}

function Content({ panel, fromScreen, next }: Pick<ResultPanelProps, "panel" | "fromScreen" | "next">) {
	const phase = panel.phase.value;
	if (phase.kind === "reading")
		return (
			<p class="progress" role="status">
				Reading…
			</p>
		);
	if (phase.kind === "failed")
		return (
			<>
				<p role="alert">{phase.sentence}</p>
				<NextButton next={next} />
			</>
		);
	const { reading, notice } = phase.result;
	if (reading.digits.length === 0)
		return (
			<>
				<p role="status">{nothingFound(reading)}</p>
				<NextButton next={next} />
			</>
		);
	return (
		<>
			<BigNumber panel={panel} />
			<p class="certainty" role="status">
				<span class="spoken">{`Read ${panel.text.value.replaceAll("\n", ", ")}. `}</span>
				{certainty(reading)}
			</p>
			<div class="actions">
				<CopyButton panel={panel} />
				<NextButton next={next} />
			</div>
			<p class="notes">
				{[notice, leftOut(reading), fromScreen && "Read from what the screen shows."]
					.filter(Boolean)
					.join(" ")}
			</p>
		</>
	);
}

function CopyButton({ panel }: { panel: PanelState }) {
	const label = { no: "Copy", yes: "Copied", refused: "Copying was refused" }[panel.copied.value];
	return (
		<button type="button" class="button primary" onClick={({ isTrusted }) => isTrusted && panel.copy()}>
			{label}
		</button>
	);
}

function NextButton({ next }: Pick<ResultPanelProps, "next">) {
	return (
		<button type="button" class="button" onClick={({ isTrusted }) => isTrusted && next.run()}>
			{next.label}
		</button>
	);
}
