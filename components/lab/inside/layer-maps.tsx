import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../../lib/browser/language.ts";
import type { LayerOutput } from "../../../lib/lab/inspector.ts";
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
	const button = useRef<HTMLButtonElement>(null);
	const seen = useSignal(false);
	// A large network has fifty layers: only those in view follow the pen.
	useEffect(() => {
		const watch = new IntersectionObserver(
			(entries) => {
				seen.value = entries[entries.length - 1].isIntersecting;
			},
			{ rootMargin: "25%" },
		);
		watch.observe(button.current!);
		return () => watch.disconnect();
	}, [seen]);
	return (
		<button
			ref={button}
			type="button"
			class="maps"
			aria-label={
				mosaic.mapWidth > 1
					? t("lab.layers.lookMaps", { count: mosaic.maps, layer: output.name })
					: t("lab.layers.lookUnits", { count: mosaic.maps, layer: output.name })
			}
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
				pixels={seen.value ? drawMosaic(mosaic, output.values) : null}
				scale={scale}
			/>
		</button>
	);
}
