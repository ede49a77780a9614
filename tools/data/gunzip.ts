import { gunzipSync } from "node:zlib";
import { isGzip } from "../../lib/evaluation/idx.ts";

/** The content of a gzip file, or the bytes themselves when they are not gzip. */
export function gunzipIfNeeded(bytes: Uint8Array): Uint8Array {
	return isGzip(bytes) ? gunzipSync(bytes) : bytes;
}
