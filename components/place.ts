import type { Box, Size } from "../lib/geometry.ts";
import type { PanelSettings } from "../lib/settings.ts";

/** Distance to the picture and to the edge of the viewport, in CSS pixels. */
const GAP = 8;

/**
 * The corner of a panel beside `subject`: below, above, right, left, whichever first fits the viewport; where
 * none does, or where the person wants it in a corner, as far from the middle of `keepFree` (the digits) as the
 * viewport allows.
 */
export function placePanel(
	panel: Size,
	subject: Box,
	keepFree: Box,
	viewport: Size,
	position: PanelSettings["position"] = "beside",
): { x: number; y: number } {
	const right = viewport.width - panel.width - GAP;
	const bottom = viewport.height - panel.height - GAP;
	const clampX = (x: number) => Math.max(GAP, Math.min(x, right));
	const clampY = (y: number) => Math.max(GAP, Math.min(y, bottom));

	for (const box of position === "beside" ? [subject, keepFree] : []) {
		const beside = [
			{ x: clampX(box.x), y: box.y + box.height + GAP },
			{ x: clampX(box.x), y: box.y - panel.height - GAP },
			{ x: box.x + box.width + GAP, y: clampY(box.y) },
			{ x: box.x - panel.width - GAP, y: clampY(box.y) },
		];
		const fitting = beside.find(({ x, y }) => x >= GAP && x <= right && y >= GAP && y <= bottom);
		if (fitting) return fitting;
	}
	const middle = { x: keepFree.x + keepFree.width / 2, y: keepFree.y + keepFree.height / 2 };
	return {
		x: middle.x < viewport.width / 2 ? Math.max(GAP, right) : GAP,
		y: middle.y < viewport.height / 2 ? Math.max(GAP, bottom) : GAP,
	};
}
