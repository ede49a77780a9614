import { zipSync } from "fflate";
import { EXPORT_FORMATS, FILE_ENDINGS } from "../../../../lib/models/formats/export-formats.ts";
import { exportModel } from "../../../../lib/models/formats/export-model.ts";
import type { ModelFile, ReadModel } from "../../../../lib/models/formats/model-file.ts";
import { modelsAmong } from "../../../../lib/models/formats/models-among.ts";
import { filesBeside, readModel } from "../../../../lib/models/formats/read-files.ts";
import { PLAIN_DECISION } from "../../../../lib/models/judging.ts";
import { englishOf } from "../../../../tools/english.ts";
import { mulberry32 } from "../../../../tools/random.ts";
import { SAMPLES, trained } from "../samples.ts";
import { legacyStateDict, torchZip } from "./state-dicts.ts";

/** Whole files of every kind, made here. */
export function wholeFiles(): ModelFile[] {
	const models = SAMPLES.filter(({ id }) => ["strides", "inception", "normalisations"].includes(id));
	const exported = models.flatMap((network) =>
		EXPORT_FORMATS.map((format) => ({
			name: `${network.id}${FILE_ENDINGS[format]}`,
			bytes: exportModel({ ...trained(network), decision: PLAIN_DECISION }, format),
		})),
	);
	const tensors = [
		{ name: "conv1.weight", shape: [4, 1, 5, 5] },
		{ name: "conv1.bias", shape: [4] },
		{ name: "fc.weight", shape: [10, 4 * 12 * 12] },
		{ name: "fc.bias", shape: [10] },
	];
	return [
		...exported,
		{ name: "dict.pth", bytes: torchZip(tensors) },
		{ name: "dict.pt", bytes: legacyStateDict(tensors) },
		{ name: "folder.zip", bytes: zipSync({ "model/inner.keras": exported[1].bytes }, { level: 0 }) },
	];
}

/** A file that was broken in one of the ways in which files break, the same for the same seed. */
export function mutated({ name, bytes }: ModelFile, seed: number): ModelFile {
	const random = mulberry32(seed);
	const below = (most: number) => Math.floor(random() * most);
	const broken = bytes.slice();
	switch (below(5)) {
		case 0:
			// A byte here and there, mostly in the first part, where formats say what they are.
			for (let i = below(8); i >= 0; i--) broken[below(random() < 0.7 ? 2048 : broken.length)] = below(256);
			return { name, bytes: broken };
		case 1:
			return { name, bytes: broken.subarray(0, below(broken.length)) };
		case 2: {
			// Huge numbers where sizes stand.
			const at = below(Math.max(1, Math.min(broken.length, 4096) - 8));
			broken.fill(0xff, at, at + 1 + below(8));
			return { name, bytes: broken };
		}
		case 3: {
			const from = below(broken.length);
			const length = below(200);
			broken.copyWithin(below(broken.length), from, from + length);
			return { name, bytes: broken };
		}
		default: {
			const at = below(broken.length);
			return {
				name,
				bytes: new Uint8Array([...broken.subarray(0, at), ...broken.subarray(at + 1 + below(64))]),
			};
		}
	}
}

/** The sentence that files get, or null where they are read; `use` gets every model then. */
export function sentenceFor(
	files: readonly ModelFile[],
	use: (model: ReadModel) => void = () => {},
): string | null {
	try {
		for (const { main, files: all } of modelsAmong(files)) use(readModel(main, filesBeside(main, all)));
		return null;
	} catch (error) {
		if ((error as Error).name !== "UserError") throw error;
		return englishOf(error);
	}
}
