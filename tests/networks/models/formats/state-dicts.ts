import { zipSync } from "fflate";

/** A tensor of a state dict; its values follow a wave unless they are given. */
export interface DictTensor {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values?: Float32Array;
}

const sizeOf = ({ shape }: DictTensor) => shape.reduce((a, b) => a * b, 1);

const valuesOf = (tensor: DictTensor): Float32Array =>
	tensor.values ?? Float32Array.from({ length: sizeOf(tensor) }, (_, i) => Math.sin(i) / 4);

/** Opcodes of pickle protocol 2 (CPython, Lib/pickletools.py), as `torch.save` uses them. */
const op = {
	text: (text: string) => [0x58, ...u32(text.length), ...ascii(text)],
	int: (value: number) => [0x4a, ...u32(value)],
	global: (module: string, name: string) => [0x63, ...ascii(`${module}\n${name}\n`)],
	tuple: (...items: readonly number[][]) => [0x28, ...items.flat(), 0x74],
};

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];

const stridesOf = (shape: readonly number[]) =>
	shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));

/** An OrderedDict of tensors whose storages are numbered from `first`. */
function dictOf(tensors: readonly DictTensor[], legacy: boolean, first = 0): number[] {
	const entries = tensors.flatMap((tensor, at) => {
		const i = first + at;
		const id = [
			op.text("storage"),
			op.global("torch", "FloatStorage"),
			op.text(String(i)),
			op.text("cpu"),
			op.int(sizeOf(tensor)),
			...(legacy ? [[0x4e]] : []),
		];
		const args = [
			[...op.tuple(...id), 0x51],
			op.int(0),
			op.tuple(...tensor.shape.map(op.int)),
			op.tuple(...stridesOf(tensor.shape).map(op.int)),
			[0x89],
			[...op.global("collections", "OrderedDict"), 0x29, 0x52],
		];
		return [
			...op.text(tensor.name),
			...op.global("torch._utils", "_rebuild_tensor_v2"),
			...op.tuple(...args),
			0x52,
		];
	});
	return [...op.global("collections", "OrderedDict"), 0x29, 0x52, 0x28, ...entries, 0x75];
}

const pickled = (value: readonly number[]) => Uint8Array.from([0x80, 2, ...value, 0x2e]);

/** What `torch.save(model.state_dict())` writes since 1.6. */
export const torchZip = (tensors: readonly DictTensor[]): Uint8Array =>
	archive(dictOf(tensors, false), tensors);

/** What trainers save: a dict of numbers and of dicts of tensors. */
export function torchCheckpoint(
	entries: Readonly<Record<string, number | readonly DictTensor[]>>,
): Uint8Array {
	const all: DictTensor[] = [];
	const items = Object.entries(entries).flatMap(([key, value]) => {
		if (typeof value === "number") return [...op.text(key), ...op.int(value)];
		const dict = dictOf(value, false, all.length);
		all.push(...value);
		return [...op.text(key), ...dict];
	});
	return archive([0x7d, 0x28, ...items, 0x75], all);
}

function archive(value: readonly number[], tensors: readonly DictTensor[]): Uint8Array {
	const storages = tensors.map((tensor, i): [string, Uint8Array] => [
		`archive/data/${i}`,
		new Uint8Array(valuesOf(tensor).slice().buffer),
	]);
	return zipSync(
		{
			"archive/data.pkl": pickled(value),
			"archive/version": new TextEncoder().encode("3\n"),
			...Object.fromEntries(storages),
		},
		{ level: 0 },
	);
}

/** What it wrote before. */
export function legacyStateDict(tensors: readonly DictTensor[]): Uint8Array {
	const magic = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];
	const protocol = [0x80, 2, 0x4d, 0xe9, 0x03, 0x2e];
	const system = [0x80, 2, 0x7d, 0x2e];
	const keys = [0x80, 2, 0x5d, 0x28, ...tensors.flatMap((_, i) => op.text(String(i))), 0x65, 0x2e];
	const storages = tensors.flatMap((tensor) => [
		...u32(sizeOf(tensor)),
		...u32(0),
		...new Uint8Array(valuesOf(tensor).slice().buffer),
	]);
	return Uint8Array.from([
		...magic,
		...protocol,
		...system,
		...pickled(dictOf(tensors, true)),
		...keys,
		...storages,
	]);
}
