import { unzipSync } from "fflate";
import { userError } from "../../user-error.ts";
import { LIMITS } from "./limits.ts";

/** A zip whose entries are unpacked when they are asked for. */
export interface Zip {
	readonly names: readonly string[];
	/** Null where there is no such entry. */
	read(name: string): Uint8Array | null;
}

/** Opens a zip. Throws a UserError where it is broken or would unpack to more than is read. */
export function openZip(bytes: Uint8Array): Zip {
	const sizes = new Map<string, number>();
	guarded(() =>
		unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				sizes.set(name, originalSize);
				return false;
			},
		}),
	);
	if (sizes.size > LIMITS.entries) throw userError("error.import.unreadable", { detail: "zip" });
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	if (!(total <= LIMITS.bytes))
		throw userError("error.import.size", { size: megabytes(total), most: megabytes(LIMITS.bytes) });
	return {
		names: [...sizes.keys()],
		read: (name) =>
			sizes.has(name)
				? (guarded(() => unzipSync(bytes, { filter: (entry) => entry.name === name }))[name] ?? null)
				: null,
	};
}

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

function guarded<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw userError("error.import.unreadable", { detail: `zip: ${(error as Error).message}` });
	}
}
