import { expose } from "comlink";
import { createLaboratory } from "../../lib/lab/laboratory.ts";
import { startBackend } from "../../lib/models/backend.ts";
import { registerInferenceKernels } from "../../lib/models/inference-kernels.ts";

// The lab has a worker of its own: typed arrays pass to it as they are, where messages to the background are
// JSON, and a long evaluation there never keeps the pad or a page waiting for its reading.

registerInferenceKernels();

expose(
	createLaboratory(
		() => startBackend("/"),
		async (path) => (await fetch(`/${path}`)).arrayBuffer(),
	),
);
