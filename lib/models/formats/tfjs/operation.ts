import { userError } from "../../../user-error.ts";
import { type Constant, type Entity, isConstant, kernelOf } from "../constant.ts";
import type { GraphBuilder } from "../graph-builder.ts";
import type { Layout } from "../value.ts";
import { type GraphNode, stringIn } from "./node.ts";

/** A node with what goes in. */
export interface Operation {
	readonly builder: GraphBuilder;
	readonly node: GraphNode;
	readonly inputs: readonly Entity[];
	/** Whether nothing else reads the first input. */
	readonly alone: boolean;
	readonly batch: number;
}

export const refused = ({ operation }: GraphNode) => userError("error.import.operation", { operation });
export const unusable = ({ operation }: GraphNode, option: string) =>
	userError("error.import.option", { layer: operation, option });

export function constantAt({ node, inputs }: Operation, at: number): Constant {
	const input = inputs[at];
	if (!input || !isConstant(input)) throw unusable(node, `input ${at}`);
	return input;
}

export const valuesAt = (step: Operation, at: number) => kernelOf(constantAt(step, at)).values;

export const layoutOf = (node: GraphNode): Layout =>
	stringIn(node, "data_format", "NHWC") === "NCHW" ? "channelsFirst" : "channelsLast";
