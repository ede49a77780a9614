import type { MainModule } from "./modules.ts";

/** What the weights do not say of a convolution and what follows it. */
export interface Step {
	readonly padding: number;
	readonly stride: number;
	/** The pool behind it; its window has one pixel where there is none. */
	readonly pool: { readonly side: number; readonly stride: number };
}

/** How pictures of `side` pixels go through the convolutions. */
export interface Geometry {
	readonly side: number;
	readonly steps: readonly Step[];
	/** Whether the mean of each map follows. */
	readonly global: boolean;
	/** How unusual it is. */
	readonly cost: number;
}

/** Sides of the pictures that networks for MNIST get. */
const SIDES = [28, 32];
/** More ways than these are never tried. */
const MOST = 128;
/** So many of the ways that are alike so far are followed. */
const MOST_ALIKE = 24;

/** A way through the first convolutions, and how large the maps are then. */
interface Way {
	readonly side: number;
	readonly steps: readonly Step[];
	/** How often the maps became smaller by a pool or a stride. */
	readonly shrunk: number;
	readonly cost: number;
}

/**
 * How pictures may go through convolutions so that what comes out fits the first linear layer, the most usual way
 * first. `takes` is what the linear layer takes; null where there is none and ten maps come out.
 */
export function geometries(convs: readonly MainModule[], takes: number | null): Geometry[] {
	const { outputs } = convs[convs.length - 1];
	const found = SIDES.flatMap((start) =>
		waysThrough(convs, { side: start, steps: [], shrunk: 0, cost: start === 28 ? 0 : 1 }).flatMap(
			({ side, steps, shrunk, cost }): Geometry[] => {
				const spread = takes === null ? side === 1 : takes === outputs * side * side;
				const global = side > 1 && (takes === null || takes === outputs);
				if (!spread && !global) return [];
				const whole =
					cost +
					0.5 * Math.abs(shrunk - USUALLY_SHRUNK) +
					(spread ? 0 : 1) +
					(isPaddedLeNet5(convs, steps) ? 5 : 0);
				return [{ side: start, steps, global: !spread, cost: whole }];
			},
		),
	);
	return found.sort((a, b) => a.cost - b.cost).slice(0, MOST);
}

/** The most usual ways to each size of the last maps. Many convolutions have more ways than can be counted. */
function waysThrough(convs: readonly MainModule[], start: Way): readonly Way[] {
	return convs.reduce<readonly Way[]>(
		(ways, conv, i) => {
			const alike = new Map<string, Way[]>();
			for (const way of ways)
				for (const next of waysOn(way, conv, convs[i + 1])) {
					const key = `${next.side} ${next.shrunk} ${isPadded(next)}`;
					alike.set(key, [...(alike.get(key) ?? []), next]);
				}
			return [...alike.values()].flatMap((some) => some.sort((a, b) => a.cost - b.cost).slice(0, MOST_ALIKE));
		},
		[start],
	);
}

const isPadded = ({ steps }: Way) => (steps.at(-1)?.padding ?? 0) > 0;

function waysOn(way: Way, conv: MainModule, next: MainModule | undefined): Way[] {
	const [kernel] = conv.kernel.shape;
	return paddings(kernel, way).flatMap(([padding, paddingCost]) =>
		STRIDES.flatMap(([stride, strideCost]) =>
			POOLS.flatMap(([pool, poolCost]) => {
				const summed = Math.floor((way.side + 2 * padding - kernel) / stride) + 1;
				const side = Math.floor((summed - pool.side) / pool.stride) + 1;
				if (summed < 1 || summed < pool.side) return [];
				const shrinks = pool.side > 1 || stride > 1;
				return [
					{
						side,
						steps: [...way.steps, { padding, stride, pool }],
						shrunk: way.shrunk + Number(shrinks),
						cost: way.cost + paddingCost + strideCost + poolCost + hinted(conv, next, shrinks),
					},
				];
			}),
		),
	);
}

/**
 * What names tell of a pool: modules without weights leave gaps in the numbers of a row (`features.0`, `features.3`: an
 * activation and a pool), and within a block (`block1.conv1`, `block1.conv2`) there is seldom one.
 */
function hinted(conv: MainModule, next: MainModule | undefined, shrinks: boolean): number {
	if (!next) return 0;
	const [at, after] = [placeOf(conv.name), placeOf(next.name)];
	if (at.row !== after.row || at.index === null || after.index === null) return 0;
	const between = after.index - at.index - 1 - (conv.norm ? 1 : 0) - (conv.slopes ? 1 : 0);
	if (between <= 1) return shrinks ? 2 : -0.6;
	return 0;
}

/** "features.3" is the third of the row "features". */
function placeOf(name: string): { readonly row: string; readonly index: number | null } {
	const [, row, index] = /^(.*?)(?:^|\.)(\d+)$/.exec(name) ?? [];
	return index === undefined ? { row: name, index: null } : { row, index: Number(index) };
}

/**
 * Three convolutions of 5 x 5 pixels are LeNet-5 as in LeCun et al. 1998, whose third covers all of its maps: it has no
 * margins and reads 32 x 32 pixels. Read with margins, and the mean of the last maps, the same weights seem fine too.
 */
const isPaddedLeNet5 = (convs: readonly MainModule[], steps: readonly Step[]) =>
	convs.length === 3 &&
	convs.every(({ kernel: { shape } }) => shape[0] === 5) &&
	steps.some(({ padding }) => padding > 0);

/** Digits are small: most networks halve them twice. */
const USUALLY_SHRUNK = 2;

const STRIDES = [
	[1, 0],
	[2, 4],
] as const;

const POOLS = [
	[{ side: 2, stride: 2 }, 0],
	[{ side: 1, stride: 1 }, 0],
	[{ side: 3, stride: 3 }, 3],
	[{ side: 3, stride: 2 }, 3],
	[{ side: 4, stride: 4 }, 3],
] as const;

/** None, or as much as keeps the side; changing one's mind is unusual. */
function paddings(kernel: number, way: Way): (readonly [padding: number, cost: number])[] {
	const same = Math.floor(kernel / 2);
	if (same === 0) return [[0, 0]];
	const cost = (padding: number) => (way.steps.length > 0 && isPadded(way) !== padding > 0 ? 0.5 : 0);
	return [[0, cost(0)], [same, cost(same)], ...(kernel === 5 ? [[1, 3] as const] : [])];
}
