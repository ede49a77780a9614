import { expose } from "comlink";
import { openOwnModel } from "../../lib/browser/own-networks.ts";
import { createLaboratory } from "../../lib/lab/laboratory.ts";
import { startBackend } from "../../lib/models/backend.ts";
import { registerFurtherKernels } from "../../lib/models/further-kernels.ts";
import { registerInferenceKernels } from "../../lib/models/inference-kernels.ts";
import { readPackagedModel } from "../../lib/models/loading.ts";
import { isOwn } from "../../lib/models/own-model.ts";

// The lab has a worker of its own: typed arrays pass to it as they are, where messages to the background are
// JSON, and a long evaluation there never keeps the pad or a page waiting for its reading.

registerInferenceKernels();

expose(
	createLaboratory(
		() => startBackend("/"),
		async (id) => {
			if (!isOwn(id)) return readPackagedModel(id, async (path) => (await fetch(`/${path}`)).arrayBuffer());
			registerFurtherKernels();
			return openOwnModel(id);
		},
	),
);
