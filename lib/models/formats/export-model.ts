import { zipSync } from "fflate";
import { type StoredModel, serialiseModel } from "../format.ts";
import type { ExportFormat } from "./export-formats.ts";
import { toKerasZip } from "./keras/write-zip.ts";
import { toOnnx } from "./onnx/write.ts";
import { toSafetensors } from "./safetensors-writer.ts";

/** The first moment that a zip can name: the same model gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** A model as a file of another program. Throws a UserError where the format has no such layer. */
export function exportModel(model: StoredModel, format: ExportFormat): Uint8Array {
	switch (format) {
		case "TensorFlow.js": {
			const { json, bin } = serialiseModel(model, "float32");
			const files = { "model.json": new TextEncoder().encode(json), "weights.bin": bin };
			return zipSync(files, { level: 0, mtime: EPOCH });
		}
		case "Keras":
			return toKerasZip(model);
		case "ONNX":
			return toOnnx(model);
		case "safetensors":
			return toSafetensors(model);
	}
}
