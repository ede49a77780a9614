import { zipSync } from "fflate";
import { kindOf } from "./kind.ts";
import { baseName, type ModelFile } from "./model-file.ts";
import { companionNames, filesBeside } from "./read-files.ts";
import { openZip } from "./zip.ts";

/** Archives within archives are opened this often. */
const DEPTH = 2;

/** What a folder or an archive holds beside models; a macOS archive doubles every file. */
const IGNORED = /(^|[/\\])(__MACOSX|\.)/;

function inside(file: ModelFile, depth: number): ModelFile[] {
	try {
		const kind = kindOf(file.bytes);
		if (kind.kind !== "archive" || depth === 0) return [file];
		const names = kind.zip.names.filter((name) => !name.endsWith("/") && !IGNORED.test(name));
		return names.flatMap((name) => {
			const bytes = openZip(file.bytes).read(name);
			return bytes ? inside({ name: `${file.name}/${name}`, bytes }, depth - 1) : [];
		});
	} catch {
		// What is wrong with it is said when it is read.
		return [file];
	}
}

/** A `.keras` file that somebody unpacked, or that lies unpacked in an archive, as the one file that it was. */
function packedAgain(files: readonly ModelFile[]): ModelFile[] {
	const parts = new Map<ModelFile, readonly ModelFile[]>();
	for (const config of files.filter(({ name }) => baseName(name) === "config.json")) {
		const beside = filesBeside(config, files);
		const weights = beside("model.weights.h5");
		if (weights) parts.set(config, [weights, ...[beside("metadata.json") ?? []].flat()]);
	}
	const packed = new Set([...parts.values()].flat());
	return files.flatMap((file) => {
		const others = parts.get(file);
		if (!others) return packed.has(file) ? [] : [file];
		const entries = [file, ...others].map(({ name, bytes }) => [baseName(name), bytes] as const);
		const folder = file.name.replace(/[/\\]?[^/\\]*$/, "");
		return [
			{ name: `${folder || "model"}.keras`, bytes: zipSync(Object.fromEntries(entries), { level: 0 }) },
		];
	});
}

function isModel({ bytes }: ModelFile): boolean {
	try {
		return kindOf(bytes).kind !== "archive";
	} catch {
		return false;
	}
}

/** Whether a file belongs to a SavedModel, whose other parts look like anything. */
const isOfSavedModel = ({ name }: ModelFile, files: readonly ModelFile[]) =>
	files.some((other) => {
		const folder = other.name.slice(0, other.name.length - baseName(other.name).length);
		return baseName(other.name) === "saved_model.pb" && name.startsWith(folder);
	});

/** Whether a file that is no model is one in another form, whose sentence says what to do with it. */
const isTelling = ({ name }: ModelFile) => /\.(pb|tflite|npz|ipynb|pkl|h5|keras|pth?|onnx|json)$/i.test(name);

/** Those that tell most first: the main part of a SavedModel before its others. */
const tellingFirst = (files: readonly ModelFile[]) =>
	files
		.filter(isTelling)
		.sort((a, b) => Number(b.name.endsWith("saved_model.pb")) - Number(a.name.endsWith("saved_model.pb")));

/** The files of the models among some, archives opened, and for each all files that it may need. */
export function modelsAmong(
	files: readonly ModelFile[],
): { readonly main: ModelFile; readonly files: readonly ModelFile[] }[] {
	const all = packedAgain(
		files.filter(({ name }) => !IGNORED.test(name)).flatMap((file) => inside(file, DEPTH)),
	);
	const claimed = new Set(
		all.flatMap((main) => companionNames(main).map((name) => filesBeside(main, all)(name))),
	);
	const free = all.filter((file) => !claimed.has(file));
	const models = free.filter((file) => isModel(file) && !isOfSavedModel(file, free));
	const mains = models.length > 0 ? models : free.length === 1 ? free : tellingFirst(free).slice(0, 1);
	return (mains.length > 0 ? mains : free.slice(0, 1)).map((main) => ({ main, files: all }));
}
