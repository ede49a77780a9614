export interface DownloadLimits {
	readonly bytes: number;
	readonly milliseconds: number;
}

/**
 * Loads a file without cookies. Rejects, and lets the server send nothing more, as soon as it is larger than allowed
 * or takes longer.
 */
export async function downloadWithin(
	address: string,
	{ bytes, milliseconds }: DownloadLimits,
	load: typeof fetch = fetch,
): Promise<Blob> {
	const controller = new AbortController();
	const timer = setTimeout(() => controller.abort(new Error("The file took too long.")), milliseconds);
	try {
		const response = await load(address, { credentials: "omit", signal: controller.signal });
		if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`);
		const parts: Uint8Array<ArrayBuffer>[] = [];
		let size = 0;
		const reader = response.body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return new Blob(parts);
			size += value.length;
			if (size > bytes) throw new Error("The file is too large.");
			parts.push(value);
		}
	} finally {
		clearTimeout(timer);
		// Nothing more is wanted, whatever happened; of a file that is whole this changes nothing.
		controller.abort();
	}
}
