import type { Stroke } from "../../lib/ink/stroke.ts";
import { drawStroke, type Pen } from "./brush.ts";

export interface Paper {
	/** Shows this ink and nothing else. */
	show(strokes: readonly Stroke[]): void;
	/** Draws with another pen from now on, also what is there. */
	take(pen: Pen): void;
	/** Adds to a stroke that is being drawn; only the samples that are new are painted. */
	extend(stroke: Stroke): void;
	/** Stops watching size and theme. */
	release(): void;
}

/**
 * Ink on a canvas, sharp at every pixel ratio and in the element's CSS `color`: the backing store follows
 * the device's pixels, and all is drawn anew when size, zoom or theme change.
 *
 * @param across how many units of the ink it is wide; one for each CSS pixel where it is left out
 */
export function createPaper(canvas: HTMLCanvasElement, first: Pen, across?: number): Paper {
	const context = canvas.getContext("2d")!;
	let strokes: readonly Stroke[] = [];
	let live: Stroke = [];
	let pen = first;

	function prepare(): void {
		const width = across ?? canvas.clientWidth;
		const scale = width > 0 ? canvas.width / width : 1;
		context.setTransform(scale, 0, 0, scale, 0, 0);
		context.strokeStyle = getComputedStyle(canvas).color;
	}

	function repaint(): void {
		prepare();
		context.clearRect(0, 0, canvas.width, canvas.height);
		for (const stroke of strokes) drawStroke(context, stroke, pen);
		drawStroke(context, live, pen);
	}

	const resize = new ResizeObserver(([entry]) => {
		const [size] = entry.devicePixelContentBoxSize;
		canvas.width = size.inlineSize;
		canvas.height = size.blockSize;
		repaint();
	});
	resize.observe(canvas, { box: "device-pixel-content-box" });
	const themes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
		matchMedia(query),
	);
	for (const theme of themes) theme.addEventListener("change", repaint);

	return {
		show(next) {
			strokes = next;
			live = [];
			repaint();
		},
		take(next) {
			pen = next;
			repaint();
		},
		extend(stroke) {
			drawStroke(context, stroke, pen, live.length);
			live = stroke;
		},
		release() {
			resize.disconnect();
			for (const theme of themes) theme.removeEventListener("change", repaint);
		},
	};
}
