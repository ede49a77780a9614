import { userError } from "../../../user-error.ts";

export const unreadable = (detail: string) =>
	userError("error.import.unreadable", { detail: `pickle: ${detail}` });

/** Reads numbers and texts of a pickle one after the other, from `start` on. Throws a UserError where it is cut short. */
export function createCursor(bytes: Uint8Array, start: number) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = start;

	const need = (length: number) => {
		if (!(length >= 0) || at + length > bytes.length) throw unreadable("cut short");
		at += length;
		return at - length;
	};
	const take = (length: number) => bytes.subarray(need(length), at);
	const text = (length: number) => new TextDecoder().decode(take(length));
	const line = () => {
		const end = bytes.indexOf(0x0a, at);
		if (end < 0) throw unreadable("cut short");
		const value = new TextDecoder().decode(bytes.subarray(at, end));
		at = end + 1;
		return value;
	};
	const u8 = () => bytes[need(1)];
	const u16 = () => view.getUint16(need(2), true);
	const u32 = () => view.getUint32(need(4), true);
	const u64 = () => Number(view.getBigUint64(need(8), true));
	const long = (length: number): number => {
		if (length > 16) throw unreadable("a number is too large");
		let value = 0n;
		const digits = take(length);
		for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(digits[i]);
		return Number(BigInt.asIntN(Math.max(8, 8 * length), value));
	};

	return {
		at: () => at,
		take,
		text,
		/** Up to the end of the line, which is not part of it. */
		line,
		u8,
		u16,
		u32,
		u64,
		i32: () => view.getInt32(need(4), true),
		/** With the high byte first, as pickles have it. */
		f64: () => view.getFloat64(need(8), false),
		/** A signed number of so many bytes. */
		long,
	};
}
