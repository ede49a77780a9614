import { parentPort } from "node:worker_threads";
import { decodeGlyph } from "../../lib/glyph.ts";
import { startBackend } from "../../lib/models/backend.ts";
import { importModel } from "../../lib/models/formats/import-model.ts";
import { probabilitiesOf } from "../../lib/models/formats/look.ts";
import { filesBeside } from "../../lib/models/formats/read-files.ts";
import { exampleDigits } from "../digit-pictures.ts";
import { englishOf } from "../english.ts";
import type { ImportReply, ImportRequest } from "./request.ts";

// A model file is data from anywhere: it is read in a thread that can be stopped.

const port = parentPort!;
const examples = JSON.parse(await exampleDigits()) as string[][];
const digits = {
	glyphs: examples.flat().map(decodeGlyph),
	labels: examples.flatMap((some, digit) => some.map(() => digit)),
};
await startBackend();

function reply({ main, files, range, run }: ImportRequest): ImportReply {
	try {
		const model = importModel(main, filesBeside(main, files), digits, range);
		const [best] = model.attempts;
		return {
			ok: true,
			format: model.format,
			...(model.guessed && { guessed: true }),
			layers: model.trained.network.layers.map(({ type }) => type),
			inputShape: model.inputShape,
			range: best.convention.range,
			...(best.convention.inverted && { inverted: true }),
			...(best.convention.fit !== "pad" && { fit: best.convention.fit }),
			check: { digits: best.digits, right: best.right },
			...(run && { outputs: probabilitiesOf(model.trained, run, best.convention) }),
		};
	} catch (error) {
		return { ok: false, error: englishOf(error) };
	}
}

port.on("message", (request: ImportRequest) => port.postMessage(reply(request)));
