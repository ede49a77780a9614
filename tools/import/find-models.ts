import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { LIMITS } from "../../lib/models/formats/limits.ts";
import type { ModelFile } from "../../lib/models/formats/model-file.ts";
import { modelsAmong } from "../../lib/models/formats/models-among.ts";
import { companionNames } from "../../lib/models/formats/read-files.ts";
import { megabytes } from "../../lib/models/formats/zip.ts";
import { userError } from "../../lib/user-error.ts";
import { englishOf } from "../english.ts";

/** A model with the files that it needs, by the path that was given, or why there is none. */
export type FoundModel =
	| {
			readonly input: string;
			readonly model: { readonly main: ModelFile; readonly files: readonly ModelFile[] };
	  }
	| { readonly input: string; readonly error: string };

async function readModelFile(name: string): Promise<ModelFile> {
	const { size } = await stat(name);
	if (size > LIMITS.bytes)
		throw userError("error.import.size", { size: megabytes(size), most: megabytes(LIMITS.bytes) });
	return { name, bytes: new Uint8Array(await readFile(name)) };
}

async function filesIn(folder: string): Promise<ModelFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return Promise.all(files.map((entry) => readModelFile(join(entry.parentPath, entry.name))));
}

/** The file and those beside it that it names. */
async function withCompanions(path: string): Promise<ModelFile[]> {
	const main = await readModelFile(path);
	const beside = companionNames(main).map((name) =>
		readModelFile(join(dirname(path), name)).catch(() => null),
	);
	return [main, ...(await Promise.all(beside)).filter((file) => file !== null)];
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The models that paths of files and folders stand for; files that belong to another one are not said twice. */
export async function* findModels(paths: readonly string[]): AsyncGenerator<FoundModel> {
	const claimed = new Set<string>();
	const found: FoundModel[] = [];
	for (const path of paths)
		try {
			const isFolder = (await stat(path)).isDirectory();
			const files = isFolder ? await filesIn(path) : await withCompanions(path);
			for (const { name } of isFolder ? [] : files.slice(1)) claimed.add(resolve(name));
			const models = modelsAmong(files);
			if (models.length === 0) found.push({ input: path, error: englishOf(userError("error.import.none")) });
			for (const model of models)
				found.push({ input: isFolder || models.length > 1 ? model.main.name : path, model });
		} catch (error) {
			found.push({
				input: path,
				error: englishOf(isMissing(error) ? userError("error.fileGone") : error),
			});
		}
	for (const model of found) if (!claimed.has(resolve(model.input))) yield model;
}
