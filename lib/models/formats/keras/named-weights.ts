import type { Kernel } from "../value.ts";

/** Keras' order of the weights within a layer; files may list them by the alphabet. */
const ORDER = [
	"kernel",
	"depthwise_kernel",
	"pointwise_kernel",
	"gamma",
	"beta",
	"moving_mean",
	"moving_variance",
	"mean",
	"variance",
	"count",
	"alpha",
	"bias",
];

/** The weights whose path has the layer's name right before their own: "dense/kernel", "sequential/dense/kernel". */
export function weightsNamed(layer: string, tensors: ReadonlyMap<string, Kernel>): Kernel[] {
	const own: { place: number; kernel: Kernel }[] = [];
	for (const [path, kernel] of tensors) {
		const parts = path.replace(/:\d+$/, "").split("/");
		const name = parts.pop()!;
		if (parts.join("/") === layer || parts.join("/").endsWith(`/${layer}`))
			own.push({ place: ORDER.indexOf(name), kernel });
	}
	return own.sort((a, b) => a.place - b.place).map(({ kernel }) => kernel);
}
