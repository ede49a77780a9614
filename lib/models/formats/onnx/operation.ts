import type { Entity } from "../constant.ts";
import type { GraphBuilder } from "../graph-builder.ts";
import type { Beside } from "../tfjs/manifest.ts";
import type { NodeMessage } from "./messages.ts";

/** A node with what goes in. */
export interface Operation {
	readonly builder: GraphBuilder;
	readonly node: NodeMessage;
	readonly inputs: readonly (Entity | undefined)[];
	/** Whether nothing else reads the first input. */
	readonly alone: boolean;
	/** Version of the standard operators. */
	readonly opset: number;
	/** How many digits go in at once as far as the file's own shapes know. */
	readonly batch: number;
	readonly beside: Beside;
}
