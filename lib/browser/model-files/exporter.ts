import { browser } from "wxt/browser";
import type { ExportFormat } from "../../models/formats/export-formats.ts";
import { exportModel } from "../../models/formats/export-model.ts";
import { readPackagedModel } from "../../models/loading.ts";
import { isOwn } from "../../models/own-model.ts";
import { openOwnModel } from "../own-networks.ts";

/** A model, of the package or imported, as a file of another program. Rejects with a sentence. */
export async function exportById(id: string, format: ExportFormat): Promise<Blob> {
	const model = await (isOwn(id) ? openOwnModel(id) : readPackagedModel(id, readPackagedFile));
	return new Blob([exportModel(model, format).slice()]);
}

async function readPackagedFile(path: string): Promise<ArrayBuffer> {
	return (await fetch(browser.runtime.getURL(`/${path}` as "/"))).arrayBuffer();
}
