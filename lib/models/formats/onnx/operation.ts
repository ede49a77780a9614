import { userError } from "../../../user-error.ts";
import { type Constant, type Entity, isConstant, kernelOf } from "../constant.ts";
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

export const refused = ({ operation, domain }: NodeMessage) =>
	userError("error.import.operation", { operation: domain ? `${domain}.${operation}` : operation });
export const unusable = (node: NodeMessage, option: string) =>
	userError("error.import.option", { layer: node.operation, option });

/** An input that must be a constant. */
export function constantAt({ node, inputs }: Operation, at: number): Constant | undefined {
	const input = inputs[at];
	if (input && !isConstant(input)) throw unusable(node, `input ${at} that is no constant`);
	return input;
}

export function requiredAt(step: Operation, at: number): Constant {
	const constant = constantAt(step, at);
	if (!constant)
		throw userError("error.import.unreadable", { detail: `${step.node.operation} lacks inputs` });
	return constant;
}

export const valuesAt = (step: Operation, at: number) => kernelOf(requiredAt(step, at)).values;
