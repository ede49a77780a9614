export interface DownloadLimits {
	readonly bytes: number;
	readonly milliseconds: number;
}

/**
 * The bytes of a file, loaded without cookies. Rejects, and lets the server send nothing more, as soon as it is larger
 * than allowed or takes longer.
 */
export async function downloadWithin(
	address: string,
	{ bytes, milliseconds }: DownloadLimits,
	load: typeof fetch = fetch,
): Promise<Uint8Array<ArrayBuffer>> {
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
			if (done) return joined(parts, size);
			size += value.length;
			if (size > bytes) throw new Error("The file is too large.");
			parts.push(ownCopy(value));
		}
	} finally {
		clearTimeout(timer);
		// Nothing more is wanted, whatever happened; of a file that is whole this changes nothing.
		controller.abort();
	}
}

/** In Firefox what a page's fetch brings is the page's, and a script of an extension may only copy it. */
function ownCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const { wrappedJSObject = bytes } = bytes as Uint8Array & { readonly wrappedJSObject?: Uint8Array };
	const copy = new Uint8Array(wrappedJSObject.length);
	copy.set(wrappedJSObject);
	return copy;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
