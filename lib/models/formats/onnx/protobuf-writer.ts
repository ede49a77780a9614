// https://protobuf.dev/programming-guides/encoding

/** A field of a message: a whole number, bytes, text or messages within. */
export type Written = Uint8Array;

function varint(value: number): number[] {
	const bytes: number[] = [];
	// Negative numbers are written as 64 bits.
	let rest = BigInt.asUintN(64, BigInt(value));
	do {
		bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
		rest >>= 7n;
	} while (rest > 0n);
	return bytes;
}

export const integer = (field: number, value: number): Written =>
	Uint8Array.from([...varint(field * 8), ...varint(value)]);

export function bytes(field: number, content: Uint8Array): Written {
	const head = [...varint(field * 8 + 2), ...varint(content.length)];
	const whole = new Uint8Array(head.length + content.length);
	whole.set(head);
	whole.set(content, head.length);
	return whole;
}

export const text = (field: number, content: string): Written =>
	bytes(field, new TextEncoder().encode(content));

export function float(field: number, value: number): Written {
	const head = varint(field * 8 + 5);
	const whole = new Uint8Array(head.length + 4);
	whole.set(head);
	new DataView(whole.buffer).setFloat32(head.length, value, true);
	return whole;
}

/** Fields one after the other: a message. */
export function message(fields: readonly Written[]): Uint8Array {
	const whole = new Uint8Array(fields.reduce((sum, { length }) => sum + length, 0));
	fields.reduce((at, field) => {
		whole.set(field, at);
		return at + field.length;
	}, 0);
	return whole;
}
