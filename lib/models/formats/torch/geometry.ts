import type { MainModule } from "./modules.ts";

/** What the weights do not say of a convolution and what follows it. */
export interface Step {
	readonly padding: number;
	readonly stride: number;
	/** Side of the pool behind it; 1 for none. */
	readonly pool: number;
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
const MOST = 24;

/**
 * How pictures may go through convolutions so that what comes out fits the first linear layer, the most usual way
 * first. `sizes` are what the linear layer takes; null where there is none and ten maps come out.
 */
export function geometries(convs: readonly MainModule[], takes: number | null): Geometry[] {
	const found: Geometry[] = [];
	const go = (side: number, start: number, steps: readonly Step[], cost: number): void => {
		if (steps.length === convs.length) {
			const { outputs } = convs[convs.length - 1];
			const spread = takes === null ? side === 1 : takes === outputs * side * side;
			const global = side > 1 && (takes === null || takes === outputs);
			if (!spread && !global) return;
			const whole = cost + (spread ? 0 : 2) + (isPaddedLeNet5(steps, side) ? 5 : 0);
			found.push({ side: start, steps, global: !spread, cost: whole });
			return;
		}
		const [kernel] = convs[steps.length].kernel.shape;
		for (const [padding, paddingCost] of paddings(kernel, steps))
			for (const [stride, strideCost] of STRIDES)
				for (const [pool, poolCost] of POOLS) {
					const conv = Math.floor((side + 2 * padding - kernel) / stride) + 1;
					const after = Math.floor(conv / pool);
					if (conv < 1 || after < 1) continue;
					go(after, start, [...steps, { padding, stride, pool }], cost + paddingCost + strideCost + poolCost);
				}
	};
	for (const side of SIDES) go(side, side, [], side === 28 ? 0 : 1.5);
	return found.sort((a, b) => a.cost - b.cost).slice(0, MOST);
}

/**
 * A third convolution that covers all of its maps is LeNet-5 as in LeCun et al. 1998, which has no margins and reads
 * 32 x 32 pixels; with margins there is a linear layer in its place.
 */
const isPaddedLeNet5 = (steps: readonly Step[], side: number) =>
	steps.length === 3 && side === 1 && steps.some(({ padding }) => padding > 0);

const STRIDES = [
	[1, 0],
	[2, 3],
] as const;

const POOLS = [
	[2, 0],
	[1, 0.6],
	[3, 3],
	[4, 3],
] as const;

/** None, or as much as keeps the side; changing one's mind is unusual. */
function paddings(kernel: number, steps: readonly Step[]): (readonly [padding: number, cost: number])[] {
	const same = Math.floor(kernel / 2);
	if (same === 0) return [[0, 0]];
	const last = steps.at(-1);
	const cost = (padding: number) => (last && last.padding > 0 !== padding > 0 ? 0.5 : 0);
	return [[0, cost(0)], [same, cost(same)], ...(kernel === 5 ? [[1, 3] as const] : [])];
}
