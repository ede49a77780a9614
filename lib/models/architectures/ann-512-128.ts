import { dense, flatten } from "../layers.ts";
import type { Network } from "../network.ts";

export const ann512x128: Network = {
	id: "ann-512-128",
	layers: [flatten(), dense(512, "relu"), dense(128, "relu"), dense(10, "softmax")],
};
