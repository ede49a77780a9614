import type { Browser } from "puppeteer-core";
import { startBackend } from "../../lib/models/backend.ts";
import { loadValidation } from "../data/validation.ts";
import { installPeers } from "./peers/install.ts";
import type { OnnxTimes } from "./peers/onnxruntime.ts";
import type { OcrResult } from "./peers/tesseract.ts";
import type { ModelTimes } from "./speed.ts";

/** ONNX Runtime Web on one network, beside ours; ratios above 1 say that ours is faster. */
interface OnnxComparison extends OnnxTimes {
	readonly model: string;
	readonly digitRatio: number;
	readonly batchedRatio: number;
}

export interface PeerReport {
	readonly onnxRuntimeWeb: readonly OnnxComparison[];
	readonly tesseract: OcrResult;
}

const OCR_DIGITS = 200;

/** Measures the peers in this very run: the same networks in another runtime, and a print OCR on the same digits. */
export async function measurePeers(browser: Browser, ours: readonly ModelTimes[]): Promise<PeerReport> {
	installPeers();
	// Not before they are installed.
	const { measureOnnx } = await import("./peers/onnxruntime.ts");
	const { measureTesseract } = await import("./peers/tesseract.ts");
	await startBackend();
	const ids = ours.map(({ model }) => model);
	const times = await measureOnnx(browser, ids);
	const onnxRuntimeWeb = ours.map(({ model, digit, batched }): OnnxComparison => {
		const peer = times.get(model)!;
		return { model, ...peer, digitRatio: peer.digit / digit, batchedRatio: peer.batched / batched };
	});
	return { onnxRuntimeWeb, tesseract: await measureTesseract(await loadValidation(), OCR_DIGITS) };
}
