import { dense, flatten } from "../layers.ts";
import type { Network } from "../network.ts";

export const dense512: Network = {
	id: "dense-512",
	layers: [flatten(), dense(512, "relu"), dense(10, "softmax")],
};
