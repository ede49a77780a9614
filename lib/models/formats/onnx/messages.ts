import { userError } from "../../../user-error.ts";
import { textOf } from "../text.ts";
import { type Field, fieldsOf, packedVarints } from "./protobuf.ts";

// The parts of onnx.proto that are read, with its numbers of the fields.

export interface TensorMessage {
	readonly name: string;
	readonly dims: readonly number[];
	/** TensorProto.DataType */
	readonly type: number;
	readonly raw?: Uint8Array;
	/** Numbers that are stored one by one, as floats, doubles or integers. */
	readonly listed: readonly number[];
	/** Of data in another file: its name, where the data begin and how long they are. */
	readonly external?: { readonly location: string; readonly offset: number; readonly length?: number };
}

export type Attribute = number | string | readonly number[] | TensorMessage;

export interface NodeMessage {
	readonly operation: string;
	readonly domain: string;
	/** Empty where an optional input is left out. */
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
	readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface GraphMessage {
	readonly nodes: readonly NodeMessage[];
	readonly initializers: readonly TensorMessage[];
	readonly inputs: readonly { readonly name: string; readonly shape: readonly (number | null)[] | null }[];
	readonly outputs: readonly string[];
}

export interface ModelMessage {
	readonly graph: GraphMessage;
	/** Version of the standard operators. */
	readonly opset: number;
	/** What this program notes of itself. */
	readonly metadata: ReadonlyMap<string, string>;
}

const unreadable = () => userError("error.import.unreadable", { detail: "ONNX" });

function bytesOf({ value }: Field): Uint8Array {
	if (typeof value === "number") throw unreadable();
	return value;
}

const stringOf = (field: Field) => textOf(bytesOf(field));

function numberOf({ value }: Field): number {
	if (typeof value !== "number") throw unreadable();
	return value;
}

const integersOf = ({ value }: Field) => (typeof value === "number" ? [value] : packedVarints(value));

function floatsOf({ value }: Field, bytes: 4 | 8): number[] {
	if (typeof value === "number") return [value];
	const { buffer } = value.slice(0, value.length - (value.length % bytes));
	return Array.from(bytes === 4 ? new Float32Array(buffer) : new Float64Array(buffer));
}

/** The model in a file. Throws a UserError where it is none. */
export function readModelMessage(bytes: Uint8Array): ModelMessage {
	let graph: GraphMessage | undefined;
	let opset = 0;
	const metadata = new Map<string, string>();
	for (const field of fieldsOf(bytes)) {
		if (field.number === 7) graph = readGraph(bytesOf(field));
		else if (field.number === 8) opset = Math.max(opset, standardVersion(bytesOf(field)));
		else if (field.number === 14) metadata.set(...readEntry(bytesOf(field)));
	}
	if (!graph) throw userError("error.import.unknown");
	return { graph, opset: opset || 1, metadata };
}

function standardVersion(bytes: Uint8Array): number {
	let domain = "";
	let version = 0;
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) domain = stringOf(field);
		else if (field.number === 2) version = numberOf(field);
	}
	return domain === "" || domain === "ai.onnx" ? version : 0;
}

function readGraph(bytes: Uint8Array): GraphMessage {
	const nodes: NodeMessage[] = [];
	const initializers: TensorMessage[] = [];
	const inputs: GraphMessage["inputs"][number][] = [];
	const outputs: string[] = [];
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) nodes.push(readNode(bytesOf(field)));
		else if (field.number === 5) initializers.push(readTensor(bytesOf(field)));
		else if (field.number === 11) inputs.push(readValueInfo(bytesOf(field)));
		else if (field.number === 12) outputs.push(readValueInfo(bytesOf(field)).name);
	}
	return { nodes, initializers, inputs, outputs };
}

function readNode(bytes: Uint8Array): NodeMessage {
	const inputs: string[] = [];
	const outputs: string[] = [];
	const attributes = new Map<string, Attribute>();
	let [operation, domain] = ["", ""];
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) inputs.push(stringOf(field));
		else if (field.number === 2) outputs.push(stringOf(field));
		else if (field.number === 4) operation = stringOf(field);
		else if (field.number === 7) domain = stringOf(field);
		else if (field.number === 5) {
			const [name, value] = readAttribute(bytesOf(field));
			if (value !== undefined) attributes.set(name, value);
		}
	}
	return { operation, domain, inputs, outputs, attributes };
}

/** Attributes of other kinds, such as graphs, are left out: no operation that is run has any. */
function readAttribute(bytes: Uint8Array): [name: string, value: Attribute | undefined] {
	let name = "";
	let value: Attribute | undefined;
	const floats: number[] = [];
	const integers: number[] = [];
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) name = stringOf(field);
		else if (field.number === 2 || field.number === 3) value = numberOf(field);
		else if (field.number === 4) value = stringOf(field);
		else if (field.number === 5) value = readTensor(bytesOf(field));
		else if (field.number === 7) floats.push(...floatsOf(field, 4));
		else if (field.number === 8) integers.push(...integersOf(field));
	}
	if (floats.length > 0) return [name, floats];
	return [name, integers.length > 0 ? integers : value];
}

function readTensor(bytes: Uint8Array): TensorMessage {
	const dims: number[] = [];
	const listed: number[] = [];
	const external = new Map<string, string>();
	let [name, type, outside] = ["", 0, false];
	let raw: Uint8Array | undefined;
	const list = (values: readonly number[]) => {
		for (const value of values) listed.push(value);
	};
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) dims.push(...integersOf(field));
		else if (field.number === 2) type = numberOf(field);
		else if (field.number === 4) list(floatsOf(field, 4));
		else if (field.number === 5 || field.number === 7 || field.number === 11) list(integersOf(field));
		else if (field.number === 8) name = stringOf(field);
		else if (field.number === 9) raw = bytesOf(field);
		else if (field.number === 10) list(floatsOf(field, 8));
		else if (field.number === 13) external.set(...readEntry(bytesOf(field)));
		else if (field.number === 14) outside = numberOf(field) === 1;
	}
	if (dims.some((side) => !Number.isSafeInteger(side) || side < 0)) throw unreadable();
	return {
		name,
		dims,
		type,
		listed,
		...(raw && { raw }),
		...(outside && {
			external: {
				location: external.get("location") ?? "",
				offset: Number(external.get("offset") ?? 0),
				...(external.has("length") && { length: Number(external.get("length")) }),
			},
		}),
	};
}

function readEntry(bytes: Uint8Array): [key: string, value: string] {
	let [key, value] = ["", ""];
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) key = stringOf(field);
		else if (field.number === 2) value = stringOf(field);
	}
	return [key, value];
}

function readValueInfo(bytes: Uint8Array): GraphMessage["inputs"][number] {
	let name = "";
	let shape: (number | null)[] | null = null;
	for (const field of fieldsOf(bytes)) {
		if (field.number === 1) name = stringOf(field);
		else if (field.number === 2) shape = shapeOfType(bytesOf(field));
	}
	return { name, shape };
}

function shapeOfType(type: Uint8Array): (number | null)[] | null {
	for (const tensor of fieldsOf(type)) {
		if (tensor.number !== 1) continue;
		for (const shape of fieldsOf(bytesOf(tensor)))
			if (shape.number === 2)
				return [...fieldsOf(bytesOf(shape))].filter(({ number }) => number === 1).map(sideOf);
	}
	return null;
}

function sideOf(dim: Field): number | null {
	for (const field of fieldsOf(bytesOf(dim)))
		if (field.number === 1) return numberOf(field) > 0 ? numberOf(field) : null;
	return null;
}
