import type { Browser } from "puppeteer-core";
import { startBackend } from "../../lib/models/backend.ts";
import { loadValidation } from "../data/validation.ts";
import { installPeers } from "./peers/install.ts";
import type { PeerTimes } from "./peers/network.ts";
import type { OcrResult } from "./peers/tesseract.ts";
import type { ModelTimes } from "./speed.ts";

/** Another runtime on one network, beside ours; ratios above 1 say that ours is faster. */
interface Comparison extends PeerTimes {
	readonly model: string;
	readonly digitRatio: number;
	readonly batchedRatio: number;
}

export interface PeerReport {
	readonly onnxRuntimeWeb: readonly Comparison[];
	readonly tensorflowJs: readonly Comparison[];
	readonly tesseract: OcrResult;
}

const OCR_DIGITS = 200;

/** Measures the peers in this very run: the same networks in other runtimes, and a print OCR on the same digits. */
export async function measurePeers(browser: Browser, ours: readonly ModelTimes[]): Promise<PeerReport> {
	installPeers();
	// Not before they are installed.
	const { measureOnnx } = await import("./peers/onnxruntime.ts");
	const { measureTensorflow } = await import("./peers/tensorflow.ts");
	const { measureTesseract } = await import("./peers/tesseract.ts");
	await startBackend();
	const ids = ours.map(({ model }) => model);
	const beside = (times: ReadonlyMap<string, PeerTimes>) =>
		ours.map(({ model, digit, batched }): Comparison => {
			const peer = times.get(model)!;
			return { model, ...peer, digitRatio: peer.digit / digit, batchedRatio: peer.batched / batched };
		});
	const onnxRuntimeWeb = beside(await measureOnnx(browser, ids));
	const tensorflowJs = beside(await measureTensorflow(browser, ids));
	return {
		onnxRuntimeWeb,
		tensorflowJs,
		tesseract: await measureTesseract(await loadValidation(), OCR_DIGITS),
	};
}
