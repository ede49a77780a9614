import { MOST_UNPACKED } from "../evaluation/idx.ts";
import { UserError, userError } from "../user-error.ts";
import type { ChosenFile } from "./chosen-files.ts";

/** No deflated byte holds more (https://zlib.net/zlib_tech.html): a zip that says so lies. */
const MOST_DEFLATED = 1032;

/** The files with what is in zips among them instead of the zips. Rejects with a UserError when one is broken or too large. */
export async function withoutZips(files: readonly ChosenFile[]): Promise<ChosenFile[]> {
	const unpacked: ChosenFile[] = [];
	for (const chosen of files)
		unpacked.push(...(/\.zip$/i.test(chosen.path) ? await unzip(chosen) : [chosen]));
	return unpacked;
}

async function unzip({ path, file }: ChosenFile): Promise<ChosenFile[]> {
	const { unzipSync } = await import("fflate");
	let size = 0;
	try {
		const content = unzipSync(new Uint8Array(await file.arrayBuffer()), {
			filter: ({ name, size: packed, originalSize }) => {
				if (name.endsWith("/")) return false;
				if (originalSize > MOST_DEFLATED * (packed + 1)) throw userError("error.zip", { name: path });
				size += originalSize;
				if (size > MOST_UNPACKED) throw userError("error.zipSize", { name: path });
				return true;
			},
		});
		return Object.entries(content).map(([name, bytes]) => ({
			// Some programs of Windows write its slash.
			path: name.replaceAll("\\", "/"),
			file: new Blob([bytes as BlobPart]),
		}));
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw userError("error.zip", { name: path });
	}
}
