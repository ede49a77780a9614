import { userError } from "../../../user-error.ts";
import { isObject } from "../keras/topology.ts";

/** A node of a TensorFlow graph in JSON. */
export interface GraphNode {
	readonly name: string;
	readonly operation: string;
	/** Names of the nodes whose first output goes in. */
	readonly inputs: readonly string[];
	readonly attributes: Readonly<Record<string, unknown>>;
	/** Of an input, the batch first; null where a side is open. */
	readonly shape: readonly (number | null)[] | null;
}

/** The nodes of `modelTopology.node`. Throws a UserError where they are none. */
export function readNodes(list: unknown): GraphNode[] {
	if (!Array.isArray(list)) throw userError("error.import.unreadable", { detail: "node" });
	return list.map((node) => {
		if (!isObject(node) || typeof node.name !== "string" || typeof node.op !== "string")
			throw userError("error.import.unreadable", { detail: "node" });
		const inputs = Array.isArray(node.input) ? node.input.map(String) : [];
		const attributes = isObject(node.attr) ? node.attr : {};
		return {
			name: node.name,
			operation: node.op,
			// "^name" is an order of running alone; ":0" the first output.
			inputs: inputs.filter((name) => !name.startsWith("^")).map((name) => name.replace(/:\d+$/, "")),
			attributes,
			shape: shapeIn(attributes.shape),
		};
	});
}

function shapeIn(attribute: unknown): (number | null)[] | null {
	const shape = isObject(attribute) ? attribute.shape : undefined;
	if (!isObject(shape) || !Array.isArray(shape.dim)) return null;
	return shape.dim.map((dim) => {
		const size = isObject(dim) ? Number(dim.size ?? -1) : -1;
		return size > 0 ? size : null;
	});
}

/** Bytes as base64, or in files before TensorFlow.js 1.0 as a list of their values. */
function bytesText(bytes: unknown): string {
	if (Array.isArray(bytes)) return String.fromCharCode(...(bytes as number[]));
	try {
		return atob(String(bytes));
	} catch {
		return "";
	}
}

export function stringIn({ attributes }: GraphNode, name: string, usual: string): string {
	const attribute = attributes[name];
	return isObject(attribute) && attribute.s !== undefined ? bytesText(attribute.s) : usual;
}

export function numberIn({ attributes }: GraphNode, name: string, usual: number): number {
	const attribute = attributes[name];
	if (!isObject(attribute)) return usual;
	const value = attribute.f ?? attribute.i;
	return value === undefined ? usual : Number(value);
}

export function flagIn({ attributes }: GraphNode, name: string): boolean {
	const attribute = attributes[name];
	return isObject(attribute) && attribute.b === true;
}

const listIn = ({ attributes }: GraphNode, name: string) => {
	const attribute = attributes[name];
	return isObject(attribute) && isObject(attribute.list) ? attribute.list : null;
};

export const numbersIn = (node: GraphNode, name: string): number[] | undefined => {
	const list = listIn(node, name);
	return list && Array.isArray(list.i) ? list.i.map(Number) : undefined;
};

export const stringsIn = (node: GraphNode, name: string): string[] => {
	const list = listIn(node, name);
	return list && Array.isArray(list.s) ? list.s.map(bytesText) : [];
};

/** The axes that Squeeze names, the batch counted, by either name that writers have for them. */
export const squeezedAxes = (node: GraphNode): number[] =>
	numbersIn(node, "squeeze_dims") ?? numbersIn(node, "axis") ?? [];
