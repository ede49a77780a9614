import { t } from "../../../lib/browser/language.ts";
import type { PlacedLayer } from "../../../lib/models/network.ts";
import { filtersOfFirst, slicesOf } from "./filters.ts";
import { drawMosaic, fitMosaic } from "./mosaic.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { useWeight } from "./use-weight.ts";

/** CSS pixels that filters may take across. */
const ROOM = 740;

interface FilterViewProps {
	readonly place: PlacedLayer;
	readonly weight: (name: string) => Promise<Float32Array>;
	/** The filter to be seen; without it, all of a layer that looks at the glyph itself. */
	readonly filter?: number;
}

/** What the filters of a convolution look for: teal wants ink, amber wants none. */
export function FilterView({ place, weight, filter }: FilterViewProps) {
	const kernel = useWeight(place, "kernel", weight);
	const spec = place.weights.find(({ name }) => name.endsWith("/kernel"));
	if (!spec) return null;

	const [side, , inputs, filters] = spec.shape;
	const shown = filter === undefined ? filters : inputs;
	const { mosaic, scale } = fitMosaic([side, side, shown], ROOM);
	if (!kernel)
		return <div style={{ height: `${mosaic.height * scale}px` }} aria-busy="true" class="picture-wait" />;
	const values =
		filter === undefined
			? filtersOfFirst(kernel.values, spec.shape)
			: slicesOf(kernel.values, spec.shape, filter);
	return (
		<PictureCanvas
			width={mosaic.width}
			height={mosaic.height}
			pixels={drawMosaic(mosaic, values)}
			scale={scale}
			name={
				filter === undefined
					? t("lab.layers.filters", { count: filters, layer: place.name })
					: t("lab.layers.filter", { index: filter + 1, layer: place.name, count: inputs })
			}
		/>
	);
}
