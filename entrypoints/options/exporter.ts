import { browser } from "wxt/browser";
import { openOwnModel } from "../../lib/browser/own-networks.ts";
import type { ExportFormat } from "../../lib/models/formats/export-formats.ts";
import { exportModel } from "../../lib/models/formats/export-model.ts";
import { readPackagedModel } from "../../lib/models/loading.ts";
import { isOwn } from "../../lib/models/own-model.ts";

/** A model, of the package or imported, as a file of another program. Rejects with a sentence. */
export async function exportById(id: string, format: ExportFormat): Promise<Blob> {
	const model = await (isOwn(id) ? openOwnModel(id) : readPackagedModel(id, readPackagedFile));
	return new Blob([exportModel(model, format).slice()]);
}

async function readPackagedFile(path: string): Promise<ArrayBuffer> {
	return (await fetch(browser.runtime.getURL(`/${path}` as "/"))).arrayBuffer();
}
