import { t } from "../../../lib/browser/language.ts";
import { drawMosaic, type Mosaic } from "./mosaic.ts";
import { PictureCanvas } from "./picture-canvas.tsx";

/** CSS pixels of a map that is looked at by itself. */
const SIDE = 336;

interface MapPickerProps {
	readonly mosaic: Mosaic;
	readonly values: Float32Array;
	/** What counts as full strength. */
	readonly most: number;
	readonly name: string;
	readonly pointed: readonly [x: number, y: number];
	readonly onPoint: (place: readonly [x: number, y: number]) => void;
}

/** One map, large, of which a pixel is pointed at, with the pointer or the arrows. */
export function MapPicker({ mosaic, values, most, name, pointed: [x, y], onPoint }: MapPickerProps) {
	const { mapWidth, mapHeight } = mosaic;

	function step(event: KeyboardEvent): void {
		const steps: Record<string, readonly [number, number]> = {
			ArrowLeft: [-1, 0],
			ArrowRight: [1, 0],
			ArrowUp: [0, -1],
			ArrowDown: [0, 1],
		};
		const moved = steps[event.key];
		if (!moved) return;
		event.preventDefault();
		onPoint([
			Math.max(0, Math.min(mapWidth - 1, x + moved[0])),
			Math.max(0, Math.min(mapHeight - 1, y + moved[1])),
		]);
	}

	return (
		<button
			type="button"
			class="map-picker"
			aria-label={`${name}; ${t("lab.sum.at", { column: x + 1, row: y + 1 })}`}
			onKeyDown={step}
			onPointerMove={(event) => {
				const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
				const at = (share: number, count: number) =>
					Math.max(0, Math.min(count - 1, Math.floor(share * count)));
				onPoint([
					at((event.clientX - left) / width, mapWidth),
					at((event.clientY - top) / height, mapHeight),
				]);
			}}
		>
			<PictureCanvas
				width={mosaic.width}
				height={mosaic.height}
				pixels={drawMosaic(mosaic, values, most)}
				scale={SIDE / mosaic.width}
			/>
			<span
				class="map-pixel"
				style={{
					left: `${(100 * x) / mapWidth}%`,
					top: `${(100 * y) / mapHeight}%`,
					width: `${100 / mapWidth}%`,
					height: `${100 / mapHeight}%`,
				}}
			/>
		</button>
	);
}
