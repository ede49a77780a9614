import { createOverlay } from "../../components/overlay.ts";
import css from "../../components/region/region.css?inline";
import { RegionSelector } from "../../components/region/region-selector.tsx";
import { createRegionState } from "../../components/region/region-state.ts";
import type { Box } from "../../lib/geometry.ts";
import { elementAt } from "./find.ts";
import type { Stay } from "./stay.ts";
import { viewport, viewportBox } from "./viewport.ts";

export type Selection =
	| { readonly kind: "region"; readonly region: Box }
	| { readonly kind: "element"; readonly element: Element };

/**
 * Lets the person select a rectangle, which may begin as `initial`, or an element. Its own layer is gone when
 * this resolves, which it never does when the stay ends before.
 */
export function selectRegion(
	stay: Stay,
	{ hint, initial }: { readonly hint?: string; readonly initial?: Box } = {},
): Promise<Selection> {
	return new Promise((resolve) => {
		const overlay = createOverlay(css, stay.end);
		const done = (selection: Selection) => {
			overlay.remove();
			resolve(selection);
		};
		stay.signal.addEventListener("abort", () => overlay.remove());
		const selection = createRegionState({
			bounds: viewport(),
			...(initial && { initial }),
			boxAt: (x, y) => {
				const element = worthReading(x, y);
				return element && viewportBox(element);
			},
			onRegion: (region) => done({ kind: "region", region }),
			onElement: (x, y) => {
				const element = worthReading(x, y);
				if (element) done({ kind: "element", element });
			},
		});
		overlay.show(<RegionSelector selection={selection} hint={hint} />);
	});
}

function worthReading(x: number, y: number): Element | null {
	const element = elementAt(x, y);
	return element && element !== document.body && element !== document.documentElement ? element : null;
}
