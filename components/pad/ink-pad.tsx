import { useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { RichText } from "../rich-text.tsx";
import { InkFrames } from "./ink-frames.tsx";
import type { PadState } from "./pad-state.ts";
import { createPaper, type Paper } from "./paper.ts";
import { listenToPen } from "./pen-input.ts";

interface InkPadProps {
	readonly pad: PadState;
	readonly hint?: string;
	/** How many units of the ink the sheet is wide; one for each CSS pixel where it is left out. */
	readonly across?: number;
}

/** The sheet to draw on. */
export function InkPad({ pad, hint = t("pad.hint"), across }: InkPadProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const paper = useRef<Paper>(null);

	// Not after the first frame: whoever sees the pad can draw on it.
	useLayoutEffect(() => {
		paper.current = createPaper(canvas.current!, pad.settings.peek(), across);
		const deafen = listenToPen(canvas.current!, {
			onPoints: pad.draw,
			onLift: pad.lift,
			onCancel: pad.drop,
			across,
		});
		return () => {
			deafen();
			paper.current?.release();
		};
	}, [pad, across]);

	useSignalEffect(() => paper.current?.take(pad.settings.value));
	useSignalEffect(() => {
		const strokes = pad.strokes.value;
		const live = pad.live.value;
		if (live) paper.current?.extend(live);
		else paper.current?.show(strokes);
	});

	return (
		<div class="sheet">
			<canvas ref={canvas} class="sheet-ink" role="img" aria-label={t("pad.name")} />
			<InkFrames pad={pad} across={across} />
			<p class="sheet-hint" hidden={!pad.blank.value}>
				<RichText words={hint} parts={{ b: (text) => <strong>{text}</strong> }} />
			</p>
		</div>
	);
}
