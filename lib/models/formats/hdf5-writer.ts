// The Hierarchical Data Format's oldest form, which every reader knows: superblock 0, groups as symbol tables,
// contiguous uncompressed float32. https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html

/** A group, or an array of float32 row by row. */
export type Hdf5Node =
	| { readonly children: ReadonlyMap<string, Hdf5Node> }
	| { readonly shape: readonly number[]; readonly values: Float32Array };

const UNDEFINED = 0xffffffffffffffffn;
/** Half of the symbols that a table of names holds, and half of the tables that one tree node holds. */
const LEAF_K = 16;
const TREE_K = 16;
const SUPERBLOCK = 96;
const ENTRY = 40;

/** A file that grows; every block begins at a multiple of 8 and is known by its address. */
class Blocks {
	private readonly parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
	private end = SUPERBLOCK;

	/** Takes room and gives its address. */
	take(size: number): number {
		const at = this.end;
		this.end += Math.ceil(size / 8) * 8;
		return at;
	}

	put(at: number, bytes: Uint8Array): void {
		this.parts.push({ at, bytes });
	}

	add(bytes: Uint8Array): number {
		const at = this.take(bytes.length);
		this.put(at, bytes);
		return at;
	}

	whole(): Uint8Array {
		const file = new Uint8Array(this.end);
		for (const { at, bytes } of this.parts) file.set(bytes, at);
		return file;
	}
}

type Item = readonly [bytes: 1 | 2 | 4 | 8, value: number | bigint] | string;

/** Little-endian numbers and ASCII one after the other, filled up with zeros to `size`. */
function packed(items: readonly Item[], size = 0): Uint8Array {
	const length = items.reduce((sum, item) => sum + (typeof item === "string" ? item.length : item[0]), 0);
	const bytes = new Uint8Array(Math.max(length, size));
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const item of items) {
		if (typeof item === "string") for (const letter of item) bytes[at++] = letter.charCodeAt(0);
		else {
			const [width, value] = item;
			if (width === 8) view.setBigUint64(at, BigInt(value), true);
			else if (width === 4) view.setUint32(at, Number(value), true);
			else if (width === 2) view.setUint16(at, Number(value), true);
			else view.setUint8(at, Number(value));
			at += width;
		}
	}
	return bytes;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	parts.reduce((at, part) => {
		whole.set(part, at);
		return at + part.length;
	}, 0);
	return whole;
};

/** A message of an object header. */
function message(type: number, items: readonly Item[]): Uint8Array {
	const size = Math.ceil(packed(items).length / 8) * 8;
	return joined([
		packed(
			[
				[2, type],
				[2, size],
				[1, 0],
			],
			8,
		),
		packed(items, size),
	]);
}

function objectHeader(blocks: Blocks, messages: readonly Uint8Array[]): number {
	const body = joined(messages);
	const head = packed(
		[
			[1, 1],
			[1, 0],
			[2, messages.length],
			[4, 1],
			[4, body.length],
		],
		16,
	);
	return blocks.add(joined([head, body]));
}

/** IEEE float32, little-endian: sign at bit 31, exponent of 8 bits at 23 with the bias 127. */
const FLOAT32: readonly Item[] = [
	[1, 0x11],
	[1, 0x20],
	[1, 31],
	[1, 0],
	[4, 4],
	[2, 0],
	[2, 32],
	[1, 23],
	[1, 8],
	[1, 0],
	[1, 23],
	[4, 127],
];

function writeArray(blocks: Blocks, shape: readonly number[], values: Float32Array): number {
	const data = blocks.add(new Uint8Array(values.slice().buffer));
	const sides = shape.map((side): Item => [8, side]);
	return objectHeader(blocks, [
		message(0x01, [[1, 1], [1, shape.length], [1, 0], [1, 0], [4, 0], ...sides]),
		message(0x03, FLOAT32),
		// No fill value: all is written.
		message(0x05, [
			[1, 2],
			[1, 2],
			[1, 2],
			[1, 0],
		]),
		message(0x08, [
			[1, 3],
			[1, 1],
			[8, data],
			[8, values.byteLength],
		]),
	]);
}

interface Written {
	readonly header: number;
	/** Of a group: where its tree and its names are. */
	readonly table?: readonly [tree: number, heap: number];
}

function writeNode(blocks: Blocks, node: Hdf5Node): Written {
	if ("values" in node) return { header: writeArray(blocks, node.shape, node.values) };
	const names = [...node.children.keys()].sort((a, b) => (a < b ? -1 : 1));
	if (names.length > 4 * LEAF_K * TREE_K) throw new RangeError("a group has too many children");
	// Offset 0 is the empty name.
	let offset = 8;
	const places = names.map((name) => {
		const at = offset;
		offset += Math.ceil((name.length + 1) / 8) * 8;
		return at;
	});
	const heapData = packed([], offset);
	names.forEach((name, i) => {
		heapData.set(packed([name]), places[i]);
	});
	const heap = blocks.add(packed(["HEAP", [4, 0], [8, offset], [8, 1], [8, blocks.add(heapData)]]));
	const entries = names.map((name, i) => symbol(places[i], writeNode(blocks, node.children.get(name)!)));
	const keys: Item[] = [[8, 0]];
	let tables = 0;
	for (let at = 0; at < names.length; at += 2 * LEAF_K, tables++) {
		const some = entries.slice(at, at + 2 * LEAF_K);
		const head = packed(["SNOD", [1, 1], [1, 0], [2, some.length]]);
		const room = packed([], 2 * LEAF_K * ENTRY);
		room.set(joined(some));
		keys.push([8, blocks.add(joined([head, room]))], [8, places[at + some.length - 1]]);
	}
	const tree = blocks.add(
		packed(
			["TREE", [1, 0], [1, 0], [2, tables], [8, UNDEFINED], [8, UNDEFINED], ...keys],
			24 + 2 * TREE_K * 16 + 8,
		),
	);
	return {
		header: objectHeader(blocks, [
			message(0x11, [
				[8, tree],
				[8, heap],
			]),
		]),
		table: [tree, heap],
	};
}

/** An entry of a symbol table. */
function symbol(name: number, { header, table }: Written): Uint8Array {
	return packed([
		[8, name],
		[8, header],
		[4, table ? 1 : 0],
		[4, 0],
		[8, table?.[0] ?? 0],
		[8, table?.[1] ?? 0],
	]);
}

/** An HDF5 file with this root. */
export function writeHdf5(root: Hdf5Node & { readonly children: ReadonlyMap<string, Hdf5Node> }): Uint8Array {
	const blocks = new Blocks();
	const written = writeNode(blocks, root);
	const size = blocks.take(0);
	blocks.put(
		0,
		joined([
			packed([[1, 0x89], "HDF\r\n", [1, 0x1a], "\n"]),
			packed([
				[4, 0],
				[1, 0],
				[1, 8],
				[1, 8],
				[1, 0],
				[2, LEAF_K],
				[2, TREE_K],
				[4, 0],
			]),
			packed([
				[8, 0],
				[8, UNDEFINED],
				[8, size],
				[8, UNDEFINED],
			]),
			symbol(0, written),
		]),
	);
	return blocks.whole();
}
