import { inkBounds } from "../../lib/ink/stroke.ts";
import { writeDigits } from "./hand.ts";
import type { Sample } from "./samples.ts";

/** Distance between the lines of ruled paper as a part of a digit's height. */
const RULING = 0.55;

/** The sample as an SVG file, with a margin of half a digit around the ink. */
export function drawSample({ text, seed, gap, height, ink, paper, ruled }: Sample): string {
	const strokes = writeDigits(text, { height, seed, gap });
	const bounds = inkBounds(strokes);
	const margin = height / 2;
	const [w, h] = [Math.ceil(bounds.width + 2 * margin), Math.ceil(bounds.height + 2 * margin)];
	const place = ([x, y]: readonly [number, number, ...unknown[]]) =>
		`${(x - bounds.x + margin).toFixed(1)} ${(y - bounds.y + margin).toFixed(1)}`;
	const path = strokes.map((stroke) => `M${stroke.map(place).join("L")}`).join("");
	const lines = ruled
		? Array.from({ length: Math.floor(h / (height * RULING)) }, (_, i) => (i + 0.7) * height * RULING)
				.map((y) => `M0 ${y.toFixed(1)}H${w}`)
				.join("")
		: "";
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" fill="none">` +
		`<rect width="${w}" height="${h}" fill="${paper}"/>` +
		`<path d="${lines}" stroke="#b9cbe4" stroke-width="1.2"/>` +
		`<path d="${path}" stroke="${ink}" stroke-width="${height * 0.08}" stroke-linecap="round" stroke-linejoin="round"/>` +
		"</svg>"
	);
}
