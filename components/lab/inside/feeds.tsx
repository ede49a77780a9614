import { formatFigures, t } from "../../../lib/browser/language.ts";
import type { Feed } from "../../../lib/lab/arithmetic.ts";
import { largest } from "./heat.ts";
import type { LayerInput } from "./input-of.ts";
import { drawMosaic, layOut, mapOf } from "./mosaic.ts";
import { PictureCanvas } from "./picture-canvas.tsx";

/** Side of a map that feeds another one, CSS pixels. */
const SIDE = 72;
const SHOWN = 8;

interface FeedsProps {
	readonly input: LayerInput;
	/** The strongest first. */
	readonly feeds: readonly Feed[];
	/** A map was chosen, of the layer that gives the input. */
	readonly onOpen: (layer: number, map: number) => void;
}

/** The maps that have most to do with this one; a click leads on to them. */
export function Feeds({ input, feeds, onOpen }: FeedsProps) {
	const mosaic = layOut(input.shape, 1);
	const one = layOut([mosaic.mapHeight, mosaic.mapWidth, 1], 1);
	const most = largest(input.values);
	return (
		<ul class="feeds">
			{feeds.slice(0, SHOWN).map(({ map, strength }) => (
				<li key={map}>
					<button
						type="button"
						class="maps"
						aria-label={t("lab.map.openFeed", { index: map + 1 })}
						onClick={() => onOpen(input.from, map)}
					>
						<PictureCanvas
							width={one.width}
							height={one.height}
							pixels={drawMosaic(one, mapOf(mosaic, input.values, map), most)}
							scale={SIDE / one.width}
						/>
					</button>
					<span class="quiet">
						{t("lab.map.feed", { index: map + 1, strength: formatFigures(strength, 2) })}
					</span>
				</li>
			))}
		</ul>
	);
}
