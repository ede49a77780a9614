import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/browser/language.ts";
import { encodeGlyph, GLYPH_SIDE } from "../../lib/glyph.ts";
import { listenToPen } from "../pad/pen-input.ts";
import { GlyphView } from "../reading/glyph-view.tsx";
import type { PixelState } from "./pixel-state.ts";

const STEPS: Readonly<Record<string, readonly [right: number, down: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

/** A glyph to be drawn pixel by pixel, with a pointer or with the arrow keys and Space; `children` stand beside it. */
export function PixelGrid({ pixels, children }: { pixels: PixelState; children?: ComponentChildren }) {
	const grid = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const cell = grid.current!.clientWidth / GLYPH_SIDE;
		return listenToPen(grid.current!, {
			onPoints: (points) => pixels.draw(points.map(([x, y]) => [x / cell, y / cell])),
			onLift: pixels.lift,
			onCancel: pixels.drop,
		});
	}, [pixels]);

	function onKeyDown(event: KeyboardEvent): void {
		const step = STEPS[event.key];
		if (step) pixels.moveCursor(...step);
		else if (event.key === " ") pixels.togglePixel();
		else return;
		event.preventDefault();
	}

	const [x, y] = pixels.cursor.value;
	return (
		<div class="sheet pixel-sheet">
			<div
				ref={grid}
				class="pixel-grid"
				role="application"
				aria-label={t("pixels.grid", { row: y + 1, column: x + 1 })}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn on with the keyboard
				tabIndex={0}
				title={t("pixels.how")}
				onKeyDown={onKeyDown}
				onPointerMove={({ offsetX, offsetY, currentTarget }) => {
					const cell = currentTarget.clientWidth / GLYPH_SIDE;
					pixels.pointAt([offsetX / cell, offsetY / cell]);
				}}
			>
				<GlyphView glyph={encodeGlyph(pixels.glyph.value)} name={t("pixels.drawing")} />
				<span
					class="pixel-cursor"
					style={{ left: `${(x / GLYPH_SIDE) * 100}%`, top: `${(y / GLYPH_SIDE) * 100}%` }}
				/>
			</div>
			{children && <div class="pixel-side">{children}</div>}
		</div>
	);
}
