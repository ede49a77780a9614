import { t } from "../../lib/browser/language.ts";
import { GLYPH_SIDE } from "../../lib/glyph.ts";
import type { PixelState } from "./pixel-state.ts";

/** Rows and columns to either side of the middle. */
const REACH = 2;
const STEPS = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);

/** The numbers around one pixel, 0 for paper to 255 for ink, as the model gets them. */
export function Magnifier({ pixels }: { pixels: PixelState }) {
	const [column, row] = pixels.cursor.value;
	const glyph = pixels.glyph.value;
	const valueAt = (x: number, y: number) =>
		x < 0 || y < 0 || x >= GLYPH_SIDE || y >= GLYPH_SIDE
			? null
			: Math.round(glyph[y * GLYPH_SIDE + x]! * 255);
	return (
		<table class="magnifier">
			<caption>{t("pixels.place", { row: row + 1, column: column + 1 })}</caption>
			<tbody>
				{STEPS.map((down) => (
					<tr key={down}>
						{STEPS.map((right) => {
							const value = valueAt(column + right, row + down);
							const dark = value === null || value < 128;
							return (
								<td
									key={right}
									data-middle={down === 0 && right === 0}
									style={{
										background: value === null ? "transparent" : `rgb(${value} ${value} ${value})`,
										color: dark ? "white" : "black",
									}}
								>
									{value}
								</td>
							);
						})}
					</tr>
				))}
			</tbody>
		</table>
	);
}
