import { gunzipSync } from "node:zlib";
import { isGzip, MOST_UNPACKED } from "../../lib/evaluation/idx.ts";
import { userError } from "../../lib/user-error.ts";

/**
 * The content of a gzip file, or the bytes themselves when they are not gzip. Throws a UserError when it is broken,
 * cut short, or holds more than `most` bytes.
 */
export function gunzipIfNeeded(bytes: Uint8Array, most = MOST_UNPACKED): Uint8Array {
	if (!isGzip(bytes)) return bytes;
	try {
		return gunzipSync(bytes, { maxOutputLength: most });
	} catch (error) {
		const isTooMuch = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
		throw isTooMuch ? userError("error.gzipSize") : userError("error.gzip");
	}
}
