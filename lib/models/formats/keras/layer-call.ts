import type { GraphBuilder } from "../graph-builder.ts";
import type { Kernel, Value } from "../value.ts";
import type { Call, LayerEntry } from "./topology.ts";

/** A call of a layer, with all that it takes. */
export interface LayerCall {
	readonly builder: GraphBuilder;
	readonly entry: LayerEntry;
	readonly call: Call;
	readonly inputs: readonly Value[];
	/** The layer's weights in Keras' order. */
	readonly weights: readonly Kernel[];
	/** Whether Keras before 3 wrote it. */
	readonly keras2: boolean;
}
