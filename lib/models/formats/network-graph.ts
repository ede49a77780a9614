import { userError } from "../../user-error.ts";
import { outputShapeOf, sizeOf } from "../layer-shapes.ts";
import type { Layer } from "../layers.ts";
import { NETWORK_INPUT, placeLayers, type TrainedNetwork } from "../network.ts";
import { LIMITS } from "./limits.ts";
import { inOrder, isOrdered, ordered, samePlaces } from "./order.ts";
import { type BareWeights, broken, type Layout, PICTURE_ORDER, type Value } from "./value.ts";

/**
 * Builds a network layer by layer from what a format says. It keeps formats that put channels first apart from the
 * network, where they come last: axes are put in another order only where a layer needs it.
 */
export class NetworkGraph {
	protected readonly layers: Layer[] = [];
	private readonly wires: number[][] = [];
	protected readonly weights: BareWeights[] = [];
	private inputShape: readonly number[] = [];

	/** The network's input, [height, width, channels] in memory where it is a picture. */
	input(shape: readonly number[]): Value {
		const first = shape.length === 3 && shape[0] === 1 && shape[2] !== 1;
		const order = first ? PICTURE_ORDER.channelsFirst : ordered(shape.length);
		this.inputShape = inOrder(shape, order);
		return { at: NETWORK_INPUT, shape, order };
	}

	/** Adds a layer; its output has the shape that the layer itself says, in memory's order. */
	add(layer: Layer, inputs: readonly Value[], weights: BareWeights = {}): Value {
		if (this.layers.length >= LIMITS.layers) throw userError("error.import.layers", { most: LIMITS.layers });
		this.layers.push(layer);
		this.wires.push(inputs.map(({ at }) => at));
		this.weights.push(weights);
		const shape = outputShapeOf(
			layer,
			inputs.map(({ shape, order }) => inOrder(shape, order)),
		);
		if (!shape.every((side) => Number.isSafeInteger(side) && side > 0) || sizeOf(shape) > LIMITS.values)
			throw broken(`${layer.type} would give ${shape.join("x")} values`);
		return { at: this.layers.length - 1, shape, order: ordered(shape.length) };
	}

	/** The same value with its axes in this order in memory. */
	laid(value: Value, order: readonly number[]): Value {
		if (isOrdered(order, value.order)) return value;
		const stored = inOrder(value.shape, order);
		const axes = order.map((axis) => value.order.indexOf(axis));
		const layer: Layer = samePlaces(value, order)
			? { type: "Reshape", shape: stored }
			: { type: "Permute", axes };
		return { ...value, at: this.add(layer, [value]).at, order };
	}

	/** The same value with its axes in memory as the format has them. */
	plain(value: Value): Value {
		return this.laid(value, ordered(value.shape.length));
	}

	protected picture(value: Value, layout: Layout): Value {
		if (value.shape.length !== 3) throw broken(`a picture has ${value.shape.length} axes`);
		return this.laid(value, PICTURE_ORDER[layout]);
	}

	/** A layer from picture to picture. */
	protected overPicture(value: Value, layout: Layout, layer: Layer, weights: BareWeights = {}): Value {
		const { at, shape } = this.add(layer, [this.picture(value, layout)], weights);
		const order = PICTURE_ORDER[layout];
		return { at, shape: order.map((_, axis) => shape[order.indexOf(axis)]), order };
	}

	/** A layer that changes neither shape nor order. */
	protected inPlace(value: Value, layer: Layer, weights: BareWeights = {}): Value {
		return { ...value, at: this.add(layer, [value], weights).at };
	}

	flatten(value: Value): Value {
		return value.shape.length === 1 ? value : this.add({ type: "Flatten" }, [this.plain(value)]);
	}

	/** One side may be -1: what is left. */
	reshape(value: Value, target: readonly number[]): Value {
		const known = sizeOf(target.filter((side) => side !== -1));
		const shape = target.map((side) => (side === -1 ? sizeOf(value.shape) / known : side));
		if (sizeOf(shape) !== sizeOf(value.shape) || shape.some((side) => !(side > 0)))
			throw broken(`${value.shape.join("x")} values cannot be laid out as ${target.join("x")}`);
		if (isOrdered(shape, value.shape)) return value;
		const x = this.plain(value);
		return shape.length === 1
			? this.add({ type: "Flatten" }, [x])
			: this.add({ type: "Reshape", shape }, [x]);
	}

	/** `axes` says which axis of the value comes at each place. Costs nothing: memory stays as it is. */
	permute(value: Value, axes: readonly number[]): Value {
		if ([...axes].sort().join() !== ordered(value.shape.length).join())
			throw broken("axes are permuted wrongly");
		return {
			at: value.at,
			shape: inOrder(value.shape, axes),
			order: value.order.map((axis) => axes.indexOf(axis)),
		};
	}

	/** The network that ends in `output`, without what leads nowhere. Throws where a weight does not fit its layer. */
	build(id: string, output: Value): TrainedNetwork {
		const last = this.plain(output);
		if (last.at === NETWORK_INPUT) throw broken("it has no layers");
		const used = this.usedFor(last.at);
		const moved = (at: number) => (at === NETWORK_INPUT ? at : used.indexOf(at));
		const network = {
			id,
			inputShape: this.inputShape,
			layers: used.map((at) => this.layers[at]),
			wires: used.map((at) => this.wires[at].map(moved)),
		};
		const weights = new Map<string, Float32Array>();
		placeLayers(network).forEach(({ name, weights: specs }, i) => {
			for (const spec of specs) {
				const values = this.weights[used[i]][spec.name.slice(name.length + 1)];
				if (values?.length !== sizeOf(spec.shape))
					throw broken(`${spec.name} has ${values?.length ?? 0} values, not ${spec.shape.join("x")}`);
				weights.set(spec.name, values);
			}
		});
		return { network, weights };
	}

	/** Layers that the output needs, in order; the last is the output's. */
	private usedFor(output: number): number[] {
		const used = new Set<number>([output]);
		for (let at = output; at >= 0; at--)
			if (used.has(at)) for (const input of this.wires[at]) if (input !== NETWORK_INPUT) used.add(input);
		return [...used].sort((a, b) => a - b);
	}
}
