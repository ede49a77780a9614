import { inkBounds, type Stroke } from "../../lib/ink/stroke.ts";
import { drawStroke, type InkContext, type Pen } from "./brush.ts";

/** Paper around the ink, CSS pixels. */
const MARGIN = 16;

/** The ink as an SVG file, dark on white, with the very curves that the pad shows; units are CSS pixels. */
export function inkSvg(strokes: readonly Stroke[], pen: Pen): string {
	const margin = MARGIN + pen.penWidth / 2;
	const { x, y, width, height } = inkBounds(strokes);
	const box = [x - margin, y - margin, width + 2 * margin, height + 2 * margin].map(short);
	const context = new PathWriter();
	for (const stroke of strokes) drawStroke(context, stroke, pen);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" width="${box[2]}" height="${box[3]}">`,
		`<rect x="${box[0]}" y="${box[1]}" width="100%" height="100%" fill="#fff"/>`,
		`<g fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round">`,
		...context.paths,
		"</g>",
		"</svg>",
		"",
	].join("\n");
}

/** What the brush draws, written down as SVG paths instead. */
class PathWriter implements InkContext {
	readonly paths: string[] = [];
	lineWidth = 1;
	lineCap: CanvasLineCap = "round";
	lineJoin: CanvasLineJoin = "round";
	private steps = "";

	beginPath(): void {
		this.steps = "";
	}
	moveTo(x: number, y: number): void {
		this.steps += `M${short(x)} ${short(y)}`;
	}
	lineTo(x: number, y: number): void {
		this.steps += `L${short(x)} ${short(y)}`;
	}
	quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
		this.steps += `Q${short(cx)} ${short(cy)} ${short(x)} ${short(y)}`;
	}
	stroke(): void {
		this.paths.push(`<path stroke-width="${short(this.lineWidth)}" d="${this.steps}"/>`);
	}
}

/** Hundredths of a pixel are finer than any pen measures. */
function short(value: number): number {
	return Math.round(value * 100) / 100;
}
