import { t } from "../../../lib/browser/language.ts";
import type { PlacedLayer } from "../../../lib/models/network.ts";

/** Layers that change what a picture is made of; the others would only repeat the block before them. */
const DRAWN = new Set(["Conv2D", "MaxPooling2D", "Flatten", "Dense", "GlobalAveragePooling2D"]);

const HEIGHT = 170;
const GAP = 14;
/** CSS pixels a unit of the drawing, where there is room. */
const SCALE = 1.4;
/** CSS pixels for one of 28 rows. */
const ROW = 4;

interface Block {
	readonly shape: readonly number[];
	readonly type: string;
	readonly x: number;
	readonly width: number;
	readonly height: number;
	/** How far its side reaches back, up and to the right. */
	readonly depth: number;
}

/** The network as blocks: as high and deep as its maps, as wide as they are many. */
export function NetworkDiagram({ layers }: { layers: readonly PlacedLayer[] }) {
	const blocks = layOutBlocks(layers);
	const last = blocks.at(-1);
	if (!last) return null;
	const width = last.x + last.width + last.depth + 2;
	return (
		<svg
			class="network"
			viewBox={`0 0 ${width} ${HEIGHT}`}
			style={{ maxWidth: `${width * SCALE}px` }}
			role="img"
			aria-label={t("lab.layers.diagram", { count: blocks.length })}
		>
			{blocks.map((block, i) => (
				<BlockShape block={block} key={i} />
			))}
		</svg>
	);
}

function BlockShape({ block: { shape, type, x, width, height, depth } }: { block: Block }) {
	const base = HEIGHT - 22;
	const [left, right, top] = [x, x + width, base - height];
	return (
		<g class="network-block" data-type={type}>
			<path d={`M${left} ${top}h${width}v${height}h${-width}z`} />
			<path d={`M${left} ${top}l${depth} ${-depth}h${width}l${-depth} ${depth}z`} />
			<path d={`M${right} ${top}l${depth} ${-depth}v${height}l${-depth} ${depth}z`} />
			<text x={(left + right) / 2} y={HEIGHT - 6} text-anchor="middle">
				{shape.length === 3 ? shape[2] : shape[0]}
			</text>
			<title>{`${type}: ${shape.join(" × ")}`}</title>
		</g>
	);
}

function layOutBlocks(layers: readonly PlacedLayer[]): Block[] {
	let x = 2;
	return [
		{ shape: [28, 28, 1], type: "Input" },
		...layers
			.filter(({ layer }) => DRAWN.has(layer.type))
			.map(({ layer, outputShape }) => ({ shape: outputShape, type: layer.type })),
	].map(({ shape, type }) => {
		const flat = shape.length === 1;
		const width = flat ? 7 : 3 + 2.2 * Math.log2(shape[2]);
		const height = flat ? 12 + 11 * Math.log2(shape[0]) : Math.max(6, shape[0] * ROW);
		const depth = flat ? 4 : Math.max(3, shape[1] * ROW * 0.28);
		const block = { shape, type, x, width, height, depth };
		x += width + depth * 0.8 + GAP;
		return block;
	});
}
