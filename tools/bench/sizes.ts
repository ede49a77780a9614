import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

/** Bytes of a part of the package: as files, and compressed as in the zip. */
export interface PartSize {
	readonly part: string;
	readonly bytes: number;
	readonly zipped: number;
}

/** The sizes of a built extension by part, largest first. */
export async function packageSizes(build: string): Promise<PartSize[]> {
	const sizes = new Map<string, PartSize>();
	for (const entry of await readdir(build, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const file = await readFile(path);
		const part = partOf(path.slice(build.length + 1));
		const { bytes = 0, zipped = 0 } = sizes.get(part) ?? {};
		sizes.set(part, {
			part,
			bytes: bytes + file.length,
			zipped: zipped + deflateRawSync(file, { level: 9 }).length,
		});
	}
	return [...sizes.values()].sort((a, b) => b.zipped - a.zipped);
}

function partOf(path: string): string {
	const [folder, name] = path.split("/");
	if (folder === "models") return name!.includes(".") ? "what all models share" : `model ${name}`;
	if (folder === "icon") return "icons";
	if (path.endsWith(".wasm")) return "WebAssembly";
	if (path === "background.js") return "background";
	if (path === "picker.js") return "picker";
	return "pages";
}
