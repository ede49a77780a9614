import { userError } from "../../../user-error.ts";

// https://protobuf.dev/programming-guides/encoding

/** One field of a message: a varint, 4 bytes or 8 bytes as a number, or bytes. */
export interface Field {
	readonly number: number;
	readonly value: number | Uint8Array;
}

const cut = () => userError("error.import.unreadable", { detail: "protobuf" });

/** A varint, as a signed number of 64 bits, and where it ends. */
function varint(bytes: Uint8Array, from: number): [value: number, end: number] {
	let low = 0n;
	for (let i = 0; i < 10; i++) {
		if (from + i >= bytes.length) throw cut();
		const byte = bytes[from + i];
		low |= BigInt(byte & 0x7f) << BigInt(7 * i);
		if (byte < 0x80) return [Number(BigInt.asIntN(64, low)), from + i + 1];
	}
	throw cut();
}

/** The fields of a message in order. Throws a UserError where it is cut short. */
export function* fieldsOf(message: Uint8Array): Generator<Field> {
	const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
	let at = 0;
	while (at < message.length) {
		const [tag, start] = varint(message, at);
		const number = Math.floor(tag / 8);
		switch (tag & 7) {
			case 0: {
				const [value, end] = varint(message, start);
				yield { number, value };
				at = end;
				break;
			}
			case 1:
				if (start + 8 > message.length) throw cut();
				yield { number, value: view.getFloat64(start, true) };
				at = start + 8;
				break;
			case 2: {
				const [length, from] = varint(message, start);
				if (length < 0 || from + length > message.length) throw cut();
				yield { number, value: message.subarray(from, from + length) };
				at = from + length;
				break;
			}
			case 5:
				if (start + 4 > message.length) throw cut();
				yield { number, value: view.getFloat32(start, true) };
				at = start + 4;
				break;
			default:
				throw cut();
		}
	}
}

/** All varints in bytes that hold nothing else. */
export function packedVarints(bytes: Uint8Array): number[] {
	const values: number[] = [];
	for (let at = 0; at < bytes.length; ) {
		const [value, end] = varint(bytes, at);
		values.push(value);
		at = end;
	}
	return values;
}
