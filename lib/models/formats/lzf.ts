/**
 * Unpacks LZF (liblzf by Marc Lehmann): runs of bytes as they are, and references to what came at most 8192 bytes
 * before.
 *
 * @param size bytes of what comes out
 */
export function unpackLzf(packed: Uint8Array, size: number): Uint8Array {
	const unpacked = new Uint8Array(size);
	let from = 0;
	let to = 0;
	while (from < packed.length && to < size) {
		const control = packed[from++];
		if (control < 32) {
			for (let left = control + 1; left > 0; left--) unpacked[to++] = packed[from++];
			continue;
		}
		const more = control >> 5 === 7 ? packed[from++] : 0;
		const length = (control >> 5) + more + 2;
		let source = to - ((control & 31) << 8) - packed[from++] - 1;
		if (source < 0) throw new Error("LZF");
		for (let left = length; left > 0; left--) unpacked[to++] = unpacked[source++];
	}
	return unpacked;
}
