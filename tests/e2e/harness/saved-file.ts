import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../../../tools/surfaces/until.ts";

/** Waits until a browser has saved a file whole into a folder that was empty, and gives its path. */
export function savedFile(folder: string): Promise<string> {
	return until(async () => {
		const names = await readdir(folder);
		// Both browsers write beside the name that they will give it; Firefox leaves an empty file under that.
		const [path, more] = names.map((name) => join(folder, name));
		if (!path || more || /\.(part|crdownload)$/.test(path)) return null;
		return (await stat(path)).size > 0 && path;
	}, "no file was saved");
}
