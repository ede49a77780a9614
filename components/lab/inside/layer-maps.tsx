import type { LayerOutput } from "../../../lib/models/inspector.ts";
import { drawMosaic, fitMosaic, mapAt } from "./mosaic.ts";
import { PictureCanvas } from "./picture-canvas.tsx";

/** CSS pixels that the maps of a layer may take across. */
const ROOM = 740;

interface LayerMapsProps {
	readonly output: LayerOutput;
	/** A map was chosen, by its index. */
	readonly onEnlarge: (map: number) => void;
}

/** All maps of a layer as one picture; a click enlarges one of them. */
export function LayerMaps({ output, onEnlarge }: LayerMapsProps) {
	const { mosaic, scale } = fitMosaic(output.shape, ROOM);
	return (
		<button
			type="button"
			class="maps"
			aria-label={`Look at the ${mosaic.maps} ${mosaic.mapWidth > 1 ? "maps" : "units"} of ${output.name} one by one`}
			onClick={(event) => {
				const box = event.currentTarget.getBoundingClientRect();
				const x = (event.clientX - box.left) / box.width;
				const y = (event.clientY - box.top) / box.height;
				// A key press has no place: it begins at the first.
				onEnlarge(event.detail === 0 ? 0 : (mapAt(mosaic, x, y) ?? 0));
			}}
		>
			<PictureCanvas
				width={mosaic.width}
				height={mosaic.height}
				pixels={drawMosaic(mosaic, output.values)}
				scale={scale}
			/>
		</button>
	);
}
