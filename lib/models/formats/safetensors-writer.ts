import { placeLayers, type TrainedNetwork } from "../network.ts";
import { toKeras } from "./keras/write-topology.ts";

/**
 * The weights under their Keras names and in Keras' order of axes, as safetensors. The format has no place for a network,
 * so that stands in its notes, as Keras' JSON. https://github.com/huggingface/safetensors
 */
export function toSafetensors({ network, weights }: TrainedNetwork): Uint8Array {
	const header: Record<string, unknown> = {
		__metadata__: { keras: JSON.stringify(toKeras(network, "keras3")) },
	};
	const parts: Float32Array[] = [];
	let offset = 0;
	for (const { name, shape } of placeLayers(network).flatMap(({ weights: specs }) => specs)) {
		const values = weights.get(name)!;
		header[name] = { dtype: "F32", shape, data_offsets: [offset, offset + values.byteLength] };
		parts.push(values);
		offset += values.byteLength;
	}
	// Spaces behind the header let the numbers begin at a multiple of 8.
	const text = JSON.stringify(header);
	const head = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
	const file = new Uint8Array(8 + head.length + offset);
	new DataView(file.buffer).setBigUint64(0, BigInt(head.length), true);
	file.set(head, 8);
	let at = 8 + head.length;
	for (const values of parts) {
		file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
		at += values.byteLength;
	}
	return file;
}
