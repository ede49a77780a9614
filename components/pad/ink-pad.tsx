import { useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { RichText } from "../rich-text.tsx";
import { InkFrames } from "./ink-frames.tsx";
import type { PadState } from "./pad-state.ts";
import { createPaper, type Paper } from "./paper.ts";
import { listenToPen } from "./pen-input.ts";

/** The sheet to draw on. */
export function InkPad({ pad, hint = t("pad.hint") }: { pad: PadState; hint?: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const paper = useRef<Paper>(null);

	// Not after the first frame: whoever sees the pad can draw on it.
	useLayoutEffect(() => {
		paper.current = createPaper(canvas.current!, pad.settings.peek());
		const deafen = listenToPen(canvas.current!, {
			onPoints: pad.draw,
			onLift: pad.lift,
			onCancel: pad.drop,
		});
		return () => {
			deafen();
			paper.current?.release();
		};
	}, [pad]);

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
			<InkFrames pad={pad} />
			<p class="sheet-hint" hidden={!pad.blank.value}>
				<RichText words={hint} parts={{ b: (text) => <strong>{text}</strong> }} />
			</p>
		</div>
	);
}
