import { userError } from "../../user-error.ts";
import { LIMITS } from "./limits.ts";
import type { Kernel } from "./value.ts";

/**
 * The kernel [height, width, in / groups, out] of a convolution in groups as one over all channels: zero between
 * channels of different groups. Rare and small, so no layer of its own.
 */
export function expandGroups({ shape, values }: Kernel, groups: number): Kernel {
	if (groups === 1) return { shape, values };
	const [height, width, inputs, outputs] = shape;
	if (!Number.isInteger(groups) || groups < 1 || outputs % groups !== 0)
		throw userError("error.import.broken", { detail: `${outputs} filters in ${groups} groups` });
	const all = inputs * groups;
	if (height * width * all * outputs > LIMITS.values)
		throw userError("error.import.values", { most: LIMITS.values / 2 ** 20 });
	const expanded = new Float32Array(height * width * all * outputs);
	const each = outputs / groups;
	for (let place = 0; place < height * width; place++)
		for (let input = 0; input < inputs; input++)
			for (let output = 0; output < outputs; output++) {
				const group = Math.floor(output / each);
				expanded[(place * all + group * inputs + input) * outputs + output] =
					values[(place * inputs + input) * outputs + output];
			}
	return { shape: [height, width, all, outputs], values: expanded };
}
