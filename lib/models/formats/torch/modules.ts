import { transposed } from "../constant.ts";
import type { Kernel } from "../value.ts";
import type { NamedTensor } from "./state-dict.ts";

/** A layer that sums: what comes before and after it has no weights, or scales its outputs. */
export interface MainModule {
	readonly kind: "conv" | "linear";
	readonly name: string;
	/** In Keras' order of axes: [height, width, in / groups, out] or [in, out]. */
	readonly kernel: Kernel;
	readonly inputs: number;
	readonly outputs: number;
	readonly bias?: Float32Array;
	readonly norm?: Norm;
	/** Slopes of a PReLU behind it. */
	readonly slopes?: Float32Array;
}

export interface Norm {
	readonly gamma?: Float32Array;
	readonly beta?: Float32Array;
	readonly mean: Float32Array;
	readonly variance: Float32Array;
}

type Parts = Map<string, NamedTensor>;

const PARTS = /^(weight|bias|kernel|running_mean|running_var|num_batches_tracked)$/;

/** Tensors by the module that they belong to, in the order of the file. */
function byModule(tensors: readonly NamedTensor[]): Map<string, Parts> {
	const modules = new Map<string, Parts>();
	for (const tensor of tensors) {
		const path = tensor.name.split(/[./]/);
		const last = path[path.length - 1];
		const part = PARTS.test(last) ? last : "weight";
		const name = (PARTS.test(last) ? path.slice(0, -1) : path).join(".");
		const parts: Parts = modules.get(name) ?? new Map();
		modules.set(name, parts.set(part === "kernel" ? "weight" : part, tensor));
	}
	return modules;
}

function normOf(parts: Parts): Norm | null {
	const [mean, variance] = [parts.get("running_mean"), parts.get("running_var")];
	if (!mean || !variance) return null;
	const [gamma, beta] = [parts.get("weight")?.values, parts.get("bias")?.values];
	return { mean: mean.values, variance: variance.values, ...(gamma && { gamma }), ...(beta && { beta }) };
}

function mainOf(name: string, parts: Parts): MainModule | null {
	const weight = parts.get("weight");
	if (!weight || (weight.shape.length !== 4 && weight.shape.length !== 2)) return null;
	const conv = weight.shape.length === 4;
	const { shape, values } = transposed(weight, conv ? [2, 3, 1, 0] : [1, 0]);
	const bias = parts.get("bias")?.values;
	return {
		kind: conv ? "conv" : "linear",
		name,
		kernel: { shape, values: values as Float32Array },
		inputs: weight.shape[1],
		outputs: weight.shape[0],
		...(bias && { bias }),
	};
}

/**
 * The layers that a state dict's tensors belong to, each with the normalisation and slopes that follow it, in the
 * order of the file. Null where there are tensors of other kinds of layers.
 */
export function modulesOf(tensors: readonly NamedTensor[]): readonly MainModule[] | null {
	const mains: MainModule[] = [];
	const later: { readonly norm?: Norm; readonly slopes?: Float32Array; readonly after: number }[] = [];
	for (const [name, parts] of byModule(tensors)) {
		const norm = normOf(parts);
		const main = norm ? null : mainOf(name, parts);
		const weight = parts.get("weight");
		if (norm) later.push({ norm, after: mains.length - 1 });
		else if (main) mains.push(main);
		else if (weight?.shape.length === 1 && parts.size === 1)
			later.push({ slopes: weight.values, after: mains.length - 1 });
		else return null;
	}
	for (const { norm, slopes, after } of later) {
		const size = norm?.mean.length ?? slopes?.length ?? 0;
		const free = (main: MainModule | undefined) =>
			main && (norm ? !main.norm : !main.slopes) && (main.outputs === size || (slopes && size === 1));
		// Right before it in the file, or else the first of its size that has none: classes may list them apart.
		const at = free(mains[after]) ? after : mains.findIndex(free);
		if (at < 0) return null;
		mains[at] = { ...mains[at], ...(norm && { norm }), ...(slopes && { slopes }) };
	}
	return mains;
}
