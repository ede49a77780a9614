import { heat, largest } from "./heat.ts";

/** How the maps of a layer lie in one picture: row by row, a pixel of nothing between them. */
export interface Mosaic {
	readonly maps: number;
	/** Size of one map in its own pixels. */
	readonly mapWidth: number;
	readonly mapHeight: number;
	readonly columns: number;
	/** Size of the picture. */
	readonly width: number;
	readonly height: number;
}

/** Lays out maps of an output shape: [height, width, channels] or [units], of which each is a map of one pixel. */
export function layOut(shape: readonly number[], columns: number): Mosaic {
	const [mapHeight, mapWidth, maps] = shape.length === 3 ? shape : [1, 1, shape[0]];
	const across = Math.min(columns, maps);
	return {
		maps,
		mapWidth,
		mapHeight,
		columns: across,
		width: across * (mapWidth + 1) - 1,
		height: Math.ceil(maps / across) * (mapHeight + 1) - 1,
	};
}

/** Largest side of a map, of its pixels and of a unit, and height of all together, in CSS pixels. */
const LARGEST_MAP = 84;
const LARGEST_PIXEL = 8;
const LARGEST_UNIT = 15;
const MOST_HEIGHT = 350;

/** Maps laid out in rows of equal length, and the CSS pixels a pixel at which they fill `room` best. */
export function fitMosaic(
	shape: readonly number[],
	room: number,
): { readonly mosaic: Mosaic; readonly scale: number } {
	const { maps, mapWidth, mapHeight } = layOut(shape, 1);
	let scale =
		mapWidth === 1 ? LARGEST_UNIT : Math.min(LARGEST_PIXEL, Math.max(1, Math.floor(LARGEST_MAP / mapWidth)));
	for (; ; scale--) {
		const rows = Math.ceil(maps / Math.max(1, Math.floor(room / ((mapWidth + 1) * scale))));
		if (scale === 1 || rows * (mapHeight + 1) * scale <= MOST_HEIGHT)
			return { mosaic: layOut(shape, Math.ceil(maps / rows)), scale };
	}
}

/**
 * The picture of all maps, RGBA, transparent between them.
 *
 * @param values row by row, channels last
 * @param most what counts as full strength; the largest of all values without it, so that maps can be compared
 */
export function drawMosaic(
	{ maps, mapWidth, mapHeight, columns, width, height }: Mosaic,
	values: Float32Array,
	most = largest(values),
): Uint8ClampedArray<ArrayBuffer> {
	const pixels = new Uint32Array(width * height);
	for (let map = 0; map < maps; map++) {
		const left = (map % columns) * (mapWidth + 1);
		const top = Math.floor(map / columns) * (mapHeight + 1);
		for (let y = 0; y < mapHeight; y++)
			for (let x = 0; x < mapWidth; x++)
				pixels[(top + y) * width + left + x] = heat(values[(y * mapWidth + x) * maps + map], most);
	}
	return new Uint8ClampedArray(pixels.buffer);
}

/** The map at a place of the picture, in shares of its width and height; null between and behind the maps. */
export function mapAt(
	{ maps, columns, mapWidth, mapHeight, width, height }: Mosaic,
	x: number,
	y: number,
): number | null {
	const column = Math.floor((x * width) / (mapWidth + 1));
	const row = Math.floor((y * height) / (mapHeight + 1));
	const map = row * columns + column;
	return x < 0 || y < 0 || column >= columns || map >= maps ? null : map;
}

/** The values of one map alone, row by row. */
export function mapOf(
	{ maps, mapWidth, mapHeight }: Mosaic,
	values: Float32Array,
	map: number,
): Float32Array {
	return Float32Array.from({ length: mapWidth * mapHeight }, (_, i) => values[i * maps + map]);
}
