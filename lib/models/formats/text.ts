/** UTF-8 as text; what is none becomes replacement characters. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Of a file that may be anything, the beginning, in lower case and without white space before it. */
export const beginning = (bytes: Uint8Array): string =>
	textOf(bytes.subarray(0, 512))
		.replace(/^\uFEFF/, "")
		.trimStart()
		.toLowerCase();
